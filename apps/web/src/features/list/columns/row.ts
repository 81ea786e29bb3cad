import type { AnyRecord } from '@ropewalk/domain/record.ts'

/** A record as a list gives it: with its findings counted, and only the lists that its columns show. */
export type ListRow = AnyRecord & {
  findings: { gaps: number; conflicts: number; advice: number }
}

export const rowsIn = (row: ListRow, key: string): readonly Readonly<Record<string, unknown>>[] =>
  (row[key] ?? []) as readonly Readonly<Record<string, unknown>>[]
