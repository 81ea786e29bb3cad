import type { CellFields, Field, Fields } from '@ropewalk/domain/field.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { both, type Language, say } from '@ropewalk/domain/words.ts'
import { type Cell, cellParts } from '../cell.ts'
import { fieldColumn } from '../field-column.ts'
import type { Scene } from '../scene.ts'
import type { Line, PaperColumn, PaperTable, Paragraphs } from './paper.ts'

/** One field of a record as the tables of the other exports answer it, with the reason of *none* or *not applicable*. */
export function lineOf(
  fields: Fields,
  key: string,
  given: { record: AnyRecord; scene: Scene },
): Line {
  const { record, scene } = given
  const field = fields[key] as Field
  return {
    ...labelled(field, scene.language),
    answer: [
      ...(field.kind === 'wording'
        ? lengthOf(String(record[key]), scene.language)
        : cellParts(fieldColumn(fields, key, field).from({ record }, scene), scene.language)),
      ...reasonOf(fields, key, given),
    ],
  }
}

/** The rows of a list as a table with one column for each of their cells. */
export function tableOfRows(
  field: Extract<Field, { kind: 'rows' }>,
  rows: readonly Readonly<Record<string, unknown>>[],
  { record, scene }: { record: AnyRecord; scene: Scene },
): PaperTable {
  const { label, askedBy } = labelled(field, scene.language)
  return {
    kind: 'table',
    title: label,
    askedBy,
    columns: columnsOf(field.fields, scene.language),
    rows: rows.map((row) => {
      const asRecord = { role: record.role, ...row } as unknown as AnyRecord
      return Object.entries(field.fields).map(([key, cell]) => {
        const answered = fieldColumn(field.fields, key, cell).from({ record: asRecord }, scene)
        return cellParts(answered, scene.language)
      })
    }),
  }
}

export const paragraphsOf = (cell: Cell, { language }: Scene): Paragraphs =>
  cellParts(cell, language)

const labelled = ({ label, askedBy = [] }: Field, language: Language) => ({
  label: label[language],
  askedBy: askedBy.join(', '),
})

export const columnsOf = (fields: CellFields, language: Language): PaperColumn[] =>
  Object.values(fields).map(({ label, kind }) => ({
    label: label[language],
    share: shares[kind] ?? 2,
  }))

const shares: Partial<Record<Field['kind'], number>> = {
  prose: 3,
  day: 1.4,
  count: 1,
  yesNo: 1.1,
  subdivision: 1.1,
}

function reasonOf(
  fields: Fields,
  key: string,
  { record, scene }: { record: AnyRecord; scene: Scene },
) {
  const { answer, reason = '' } = record.declared[key] ?? {}
  const isSaid = answer !== undefined && reason !== '' && fields[key]?.takes?.[answer] !== undefined
  return isSaid ? [say(words.reason, scene.language, { reason })] : []
}

const lengthOf = (text: string, language: Language) =>
  text === '' ? cellParts(null, language) : [say(words.wording, language, { n: text.length })]

const words = {
  reason: both('Reason: {reason}', 'Motif : {reason}'),
  wording: both(
    '{n, plural, one {# character} other {# characters}}, kept in the register',
    '{n, plural, one {# caractère} other {# caractères}}, gardés dans le registre',
  ),
}
