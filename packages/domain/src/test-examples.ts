import type { Register } from './derived/look-over.ts'
import { emptyRecord, emptyRow } from './empty.ts'
import type { CellFields, Fields, NounKey } from './field.ts'
import { nounKeys, nouns, type RecordOfNoun } from './nouns.ts'
import { rowsOf } from './rows-of.ts'

/** Some values of a record by hand: rows are given by their cells alone and get ids `<id>.1`, `<id>.2` … by list. */
export type Some<N extends NounKey> = {
  [Key in keyof RecordOfNoun<N>]?: RecordOfNoun<N>[Key] extends readonly (infer Row)[]
    ? readonly Partial<Row>[]
    : RecordOfNoun<N>[Key]
}

/** A record with nothing in it but what is given, for tests. */
export function example<N extends NounKey>(
  noun: N,
  id: string,
  some: Some<N> = {},
): RecordOfNoun<N> {
  const fields: Fields = nouns[noun].fields
  const kept = {
    id,
    version: 1,
    lastRow: 0,
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    archivedAt: null,
    declared: {},
    sources: [],
    openQuestions: [],
  }
  const lists = rowsOf(noun)
  const given = Object.entries(some).map(([key, value]) => {
    const cells = lists[key]
    return [key, cells ? exampleRows(cells, id, value) : value]
  })
  return {
    ...kept,
    ...emptyRecord(fields),
    ...Object.fromEntries(given),
  } as unknown as RecordOfNoun<N>
}

const exampleRows = (fields: CellFields, id: string, rows: unknown) =>
  (rows as readonly Partial<CellFields>[]).map((cells, index) => ({
    ...emptyRow(fields, `${id}.${index + 1}`),
    ...cells,
  }))

/** A register of these records and no others. */
export const registerOf = (some: { [N in NounKey]?: readonly RecordOfNoun<N>[] }): Register =>
  ({ ...Object.fromEntries(nounKeys.map((noun) => [noun, []])), ...some }) as unknown as Register
