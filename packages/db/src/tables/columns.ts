import type { CellFields, CellKind, Field, Fields, ValueOf } from '@ropewalk/domain/field.ts'
import type { $Type, ColumnBuilderBase } from 'drizzle-orm'
import type { Makers } from '../makers.ts'
import { snake } from '../names.ts'

/** How each kind of field is stored. */
const cellMakers = (make: Makers) => {
  const words = (name: string) => make.text(name).notNull().default('')
  const text = (name: string) => make.text(name)
  const list = (name: string) => make.json(name).notNull().default([])
  return {
    text: words,
    prose: words,
    wording: words,
    email: words,
    url: words,
    texts: list,
    choice: text,
    choices: list,
    yesNo: (name: string) => make.yesNo(name),
    count: (name: string) => make.integer(name),
    day: text,
    partialDay: text,
    country: text,
    countries: list,
    subdivision: text,
    timeZone: text,
    sha256: text,
    person: (name: string) => make.json(name),
    reference: (name: string) => make.json(name),
    link: text,
    links: list,
  } satisfies Record<CellKind, (name: string) => ColumnBuilderBase>
}
type CellMakers = ReturnType<typeof cellMakers>

export type ColumnsOf<Fs extends Fields> = {
  [Key in keyof Fs as Fs[Key] extends { kind: 'rows' } ? never : Key]: Fs[Key] extends {
    kind: infer K extends CellKind
  }
    ? $Type<ReturnType<CellMakers[K]>, ValueOf<Fs[Key]>>
    : never
}

/** The columns of the plain fields of a catalogue; a link refers to the table of its noun. */
export function columnsOf<Fs extends Fields>(
  make: Makers,
  fields: Fs,
  idOf: (noun: string) => unknown,
): ColumnsOf<Fs> {
  const cells = cellMakers(make)
  const columns = Object.entries(fields as Readonly<Record<string, Field>>).flatMap(
    ([key, field]) => {
      if (field.kind === 'rows') return []
      const column = cells[field.kind](snake(key))
      if (field.kind !== 'link') return [[key, column] as const]
      const linked = column as ReturnType<Makers['text']>
      return [[key, linked.references(() => idOf(field.to) as never)] as const]
    },
  )
  return Object.fromEntries(columns) as ColumnsOf<Fs>
}

export const cellKeys = (fields: Fields): string[] =>
  Object.keys(fields).filter((key) => fields[key]?.kind !== 'rows')
export const rowKeys = (fields: Fields): (readonly [string, CellFields])[] =>
  Object.entries(fields).flatMap(([key, field]) =>
    field.kind === 'rows' ? [[key, field.fields] as const] : [],
  )
