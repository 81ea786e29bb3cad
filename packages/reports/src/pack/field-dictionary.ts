import type { Field, Fields } from '@ropewalk/domain/field.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import type { ColumnFacts } from '../column.ts'
import { type DatasetFacts, listDataset } from '../dataset.ts'
import { columnMeanings, type Meaning } from './column-meanings.ts'
import { inOneFile } from './meanings-in-one-file.ts'

/** One column of one file. */
export type DictionaryItem = {
  file: string
  position: number
  column: ColumnFacts
  meaning: string
  /** `activity.purposes.legalBasis`; empty where it shows no field. */
  field: string
  label: string
  provision: string
}

export const fieldDictionary = listDataset<DictionaryItem>(
  'field-dictionary',
  ({ text, number, list, event }) => ({
    file: text(({ file }) => file),
    position: number(({ position }) => position),
    column: text(({ column }) => column.key),
    meaning: text(({ meaning }) => meaning),
    kind: text(({ column }) => kinds[column.kind]),
    when_empty: text(({ column }) =>
      column.event
        ? 'empty until it comes about'
        : isAlwaysThere(column.key)
          ? 'never empty'
          : 'not stated; none; not applicable',
    ),
    values: event(list(({ column }) => Object.values(column.options ?? {}).map(({ en }) => en))),
    catalogue_field: event(text(({ field }) => field)),
    label: event(text(({ label }) => label)),
    provision: event(text(({ provision }) => provision)),
  }),
)

const alwaysThere = new Set(['row_no', 'version', 'updated_at', 'seq', 'at', 'action', 'hash'])
const isAlwaysThere = (column: string) => alwaysThere.has(column) || column.endsWith('_id')

const kinds = {
  text: 'text',
  number: 'whole number',
  day: 'day YYYY-MM-DD',
  time: 'instant YYYY-MM-DDThh:mm:ssZ',
  yesNo: 'yes / no',
  list: 'values joined by " | "',
} as const satisfies Record<ColumnFacts['kind'], string>

/** Every column of every file, in their order. */
export const dictionaryOf = (datasets: readonly DatasetFacts[]): DictionaryItem[] =>
  datasets.flatMap(({ key, columns }) =>
    columns.map((column, at): DictionaryItem => {
      const [meaning, path] = meaningOf(key, column.key)
      const field = path === undefined ? undefined : fieldAt(path)
      return {
        file: `${key}.csv`,
        position: at + 1,
        column,
        meaning,
        field: path ?? '',
        label: field?.label.en ?? '',
        provision: path === undefined ? '' : provisionOf(path),
      }
    }),
  )

function meaningOf(dataset: string, column: string): Meaning {
  const catalogued = cataloguedColumn(dataset, column)
  return (
    inOneFile[`${dataset}.${column}`] ??
    catalogued ??
    columnMeanings[column] ??
    (column.endsWith('_id') ? ['Id of the record; never used again for another'] : ['not stated'])
  )
}

const drawnOtherwise = new Set(['activities', 'sub-processors', 'data-categories'])

/** A file whose columns are the fields of a noun shows each under its own name. */
function cataloguedColumn(dataset: string, column: string): Meaning | undefined {
  if (drawnOtherwise.has(dataset)) return undefined
  for (const [noun, { path, fields }] of Object.entries(nouns))
    if (path === dataset)
      for (const [key, field] of Object.entries(fields as Fields))
        if (snake(key) === column)
          return [
            field.hint ? `${field.label.en}. ${field.hint.en}` : field.label.en,
            `${noun}.${key}`,
          ]
  return undefined
}

const snake = (key: string) => key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The field that a path names; throws on one that no catalogue has. */
function fieldAt(path: string): Field {
  const [noun = '', key = '', cell] = path.split('.')
  const fields: Fields = nouns[noun as keyof typeof nouns]?.fields ?? {}
  const field = fields[key]
  if (!field) throw new Error(`No catalogue has the field ${path}.`)
  if (cell === undefined) return field
  const inner = field.kind === 'rows' ? field.fields[cell] : undefined
  if (!inner) throw new Error(`No catalogue has the field ${path}.`)
  return inner
}

/** What asks for it; a cell that nothing asks for by itself is asked for with its rows. */
function provisionOf(path: string): string {
  const own = fieldAt(path).askedBy ?? []
  const [noun = '', key = ''] = path.split('.')
  return (own.length > 0 ? own : (fieldAt(`${noun}.${key}`).askedBy ?? [])).join('; ')
}
