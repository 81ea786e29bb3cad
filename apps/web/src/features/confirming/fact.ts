import { emptyValue, isEmpty } from '@ropewalk/domain/empty.ts'
import type { Answer, Cell, Chapter, Fields, NounKey } from '@ropewalk/domain/field.ts'
import { nounOf, nouns } from '@ropewalk/domain/nouns.ts'
import type { Changes } from '@ropewalk/domain/operations.ts'
import type { AnyRecord, Source } from '@ropewalk/domain/record.ts'
import { answerWords, formatValue, type Names } from '@ropewalk/domain/values.ts'
import { type Language, say, type Text } from '@ropewalk/domain/words.ts'
import { confirmWords } from './words.ts'

/** A source that is only inferred, as the queue gives it; `rowId` is its own. */
export type Waiting = Omit<Source, 'declared'> & { recordId: string }
export type FactCell = { key: string; field: Cell; value: unknown }

/** One inferred fact: what it says, of which record, and what removing it would change. */
export type Fact = {
  source: Waiting
  noun: NounKey
  record: AnyRecord
  chapter: Chapter
  /** The field, or *the record as a whole*. */
  label: Text
  /** What it says, the most telling first; none for a declared answer. */
  cells: readonly FactCell[]
  declared: Answer | undefined
  /** None for a record as a whole and for whole lists: those are changed on the record. */
  removal: { of: 'row' | 'value'; changes: Changes } | undefined
}

/** The fact that a source speaks for; undefined when the record no longer holds it. */
export function factOf(source: Waiting, record: AnyRecord | undefined): Fact | undefined {
  const noun = nounOf(source.recordId)
  if (!record || !noun) return undefined
  const fields: Fields = nouns[noun].fields
  const { field: key, row: rowId } = source
  if (key === '') return wholeRecord(source, { noun, record, fields })
  const field = fields[key]
  if (!field) return undefined
  const { label, chapter } = field
  const about = { source, noun, record, label, chapter, declared: record.declared[key]?.answer }
  if (field.kind !== 'rows') {
    const value = record[key]
    const changes: Changes = about.declared
      ? { declared: { [key]: null } }
      : { fields: { [key]: emptyValue(field) } }
    const cells = isEmpty(value) ? [] : [{ key, field, value }]
    return { ...about, cells, removal: { of: 'value', changes } }
  }
  const list = record[key] as readonly Row[]
  if (rowId === '')
    return {
      ...about,
      cells: list.flatMap((row) => cellsOf(field.fields, row).slice(0, 1)),
      removal: undefined,
    }
  const row = list.find((each) => each.rowId === rowId)
  if (!row) return undefined
  return {
    ...about,
    cells: cellsOf(field.fields, row),
    removal: { of: 'row', changes: { rows: [{ op: 'remove', rows: key, rowId }] } },
  }
}

/** The fact in one line: `Suppliers: Microsoft Azure`. */
export function factText(
  { label, cells, declared }: Pick<Fact, 'label' | 'cells' | 'declared'>,
  reader: { language: Language; names: Names },
): string {
  const name = say(label, reader.language)
  const [first] = cells
  if (first)
    return `${name}${colon[reader.language]} ${formatValue(first.field, first.value, reader)}`
  return declared
    ? `${name}${colon[reader.language]} ${say(answerWords[declared], reader.language)}`
    : name
}
const colon: Record<Language, string> = { en: ':', fr: ' :' }

type Row = { readonly rowId: string } & Readonly<Record<string, unknown>>

const cellsOf = (fields: Readonly<Record<string, Cell>>, row: Row): FactCell[] =>
  Object.entries(fields).flatMap(([key, field]) =>
    isEmpty(row[key]) ? [] : [{ key, field, value: row[key] }],
  )

function wholeRecord(
  source: Waiting,
  { noun, record, fields }: { noun: NounKey; record: AnyRecord; fields: Fields },
): Fact {
  const cells = Object.entries(fields).flatMap(([key, field]): FactCell[] =>
    field.kind === 'rows' || field.kind === 'wording' || isEmpty(record[key])
      ? []
      : [{ key, field, value: record[key] }],
  )
  const { wholeRecord: label } = confirmWords
  const about = { source, noun, record, label, chapter: 'what' as const, declared: undefined }
  return { ...about, cells: cells.slice(0, 6), removal: undefined }
}
