import type { Declared } from '@ropewalk/domain/field.ts'

export type Row = { readonly rowId: string; readonly declared: Declared } & Readonly<
  Record<string, unknown>
>
