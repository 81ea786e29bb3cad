import { same } from './changes-between.ts'
import type { CellFields, Declared, Field, Fields, NounKey } from './field.ts'
import { nouns, retiredFields } from './nouns.ts'
import type { AnyRecord } from './record.ts'
import { rowsOf } from './rows-of.ts'
import { answerWords, formatValue, type Names } from './values.ts'
import { both, type Language, say, type Text } from './words.ts'

type Row = { readonly rowId: string; readonly declared: Declared } & Readonly<
  Record<string, unknown>
>
type Reader = { language: Language; names: Names }

/** One difference as people read it; an empty side was not stated. */
export type Difference = {
  field: string
  row: string | null
  /** `Locations, Transfer mechanism`. */
  label: string
  before: string
  after: string
}

const listLabels: Readonly<Record<string, Text>> = {
  sources: both('Sources', 'Sources'),
  openQuestions: both('Open questions', 'Questions ouvertes'),
}

/** The readable differences of two states of a record; sources are left out, they follow the facts. */
export function differencesBetween(
  noun: NounKey,
  states: { before: AnyRecord; after: AnyRecord },
  reader: Reader,
): Difference[] {
  const { before, after } = states
  const fields: Fields = nouns[noun].fields
  const cells = Object.entries(fields).flatMap(([key, field]) =>
    field.kind === 'rows'
      ? []
      : differing(
          { key, field, row: null, label: say(field.label, reader.language) },
          before,
          after,
          reader,
        ),
  )
  const lists = Object.entries(rowsOf(noun)).flatMap(([key, catalogue]) => {
    if (key === 'sources') return []
    const label = fields[key]?.label ?? listLabels[key] ?? both(key, key)
    return rowDifferences(
      { key, catalogue, label: say(label, reader.language) },
      [before[key], after[key]] as [Row[], Row[]],
      reader,
    )
  })
  const retired = Object.entries(retiredFields[noun] ?? {}).flatMap(([key, label]) =>
    same(before[key], after[key])
      ? []
      : [
          {
            field: key,
            row: null,
            label: say(label, reader.language),
            before: String(before[key] ?? ''),
            after: String(after[key] ?? ''),
          },
        ],
  )
  return [...cells, ...declaredDifferences(fields, before, after, reader), ...lists, ...retired]
}

type Place = { key: string; field: Field; row: string | null; label: string }
type Values = Readonly<Record<string, unknown>>

function differing(
  { key, field, row, label }: Place,
  before: Values,
  after: Values,
  reader: Reader,
): Difference[] {
  if (same(before[key], after[key])) return []
  const [was, is] = [
    formatValue(field, before[key], reader),
    formatValue(field, after[key], reader),
  ]
  return was === is ? [] : [{ field: key, row, label, before: was, after: is }]
}

type List = { key: string; catalogue: CellFields; label: string }

function rowDifferences(
  { key, catalogue, label }: List,
  [before, after]: [readonly Row[], readonly Row[]],
  reader: Reader,
): Difference[] {
  const whole: Field = {
    kind: 'rows',
    fields: catalogue,
    label: both(label, label),
    chapter: 'what',
  }
  const text = (row: Row | undefined) => (row ? formatValue(whole, [row], reader) : '')
  const rowIds = [...new Set([...before, ...after].map((row) => row.rowId))]
  return rowIds.flatMap((rowId): Difference[] => {
    const was = before.find((row) => row.rowId === rowId)
    const is = after.find((row) => row.rowId === rowId)
    if (!was || !is) return [{ field: key, row: rowId, label, before: text(was), after: text(is) }]
    if (same(was, is)) return []
    const cells = Object.entries(catalogue).flatMap(([cell, field]) =>
      differing(
        { key: cell, field, row: rowId, label: `${label}, ${say(field.label, reader.language)}` },
        was,
        is,
        reader,
      ),
    )
    return [...cells, ...declaredDifferences(catalogue, was, is, reader)].map((each) => ({
      ...each,
      field: key,
      row: rowId,
    }))
  })
}

function declaredDifferences(
  fields: Fields,
  before: { declared: Declared },
  after: { declared: Declared },
  { language }: Reader,
): Difference[] {
  const word = (declared: Declared, key: string) => {
    const said = declared[key]
    return said
      ? [say(answerWords[said.answer], language), said.reason].filter(Boolean).join(': ')
      : ''
  }
  return Object.entries(fields).flatMap(([key, field]) => {
    const [was, is] = [word(before.declared, key), word(after.declared, key)]
    return was === is
      ? []
      : [{ field: key, row: null, label: say(field.label, language), before: was, after: is }]
  })
}
