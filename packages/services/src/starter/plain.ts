import { created } from '@ropewalk/domain/change.ts'
import type { NounKey } from '@ropewalk/domain/field.ts'
import { type Changes, type Operation, wholeChangesSchema } from '@ropewalk/domain/operations.ts'
import type { AnyRecord, Certainty } from '@ropewalk/domain/record.ts'

type Cells = Readonly<Record<string, unknown>>
/** Lines of the policy and certainty, where they differ from those of the whole record. */
type Spoken = { lines?: string; certainty?: Certainty }
type Declared = Readonly<Record<string, { answer: 'notApplicable'; reason: string }>>
export type PlainRow = { cells: Cells; declared?: Declared } & Spoken
type Question = { question: string; provision?: string; lines?: string }

/** A record of the starter as its file tells it: what is not there is not stated. */
export type Plain = {
  id: string
  lines: string
  /** `stated` when absent. */
  certainty?: Certainty
  fields: Cells
  rows?: Readonly<Record<string, readonly PlainRow[]>>
  sources?: readonly ({ field: string } & Spoken)[]
  questions?: readonly Question[]
}

type Beside = {
  /** Every fact of the starter rests on this document, as of this day. */
  source: { document: string; asOf: string }
  clock: { now: string; today: string }
}

/** The record with its row ids and sources. Refused where a value does not fit its catalogue. */
export function recordFrom(noun: NounKey, plain: Plain, { source, clock }: Beside): AnyRecord {
  const spoken = (field: string, row: string, { lines, certainty }: Spoken) => ({
    field,
    row,
    ...source,
    lines: lines ?? plain.lines,
    certainty: certainty ?? plain.certainty ?? 'stated',
  })
  const rows = Object.entries(plain.rows ?? {}).flatMap(([key, list]) =>
    list.map((row) => ({ key, row })),
  )
  const sources = [
    spoken('', '', {}),
    ...(plain.sources ?? []).map((each) => spoken(each.field, '', each)),
    ...rows.flatMap(({ key, row }, index) =>
      row.lines || row.certainty ? [spoken(key, `${plain.id}.${index + 1}`, row)] : [],
    ),
  ]
  const changes: Changes = {
    fields: plain.fields,
    rows: [
      ...rows.map(({ key, row }) => added(key, row.cells, row.declared)),
      ...sources.map((cells) => added('sources', cells)),
      ...(plain.questions ?? []).map((cells) => added('openQuestions', cells)),
    ],
  }
  return created(noun, plain.id, wholeChangesSchema(noun).parse(changes), clock)
}

const added = (rows: string, cells: Cells, declared?: Declared): Operation => ({
  op: 'add',
  rows,
  cells,
  declared,
})
