import { answeredByContacts } from '@ropewalk/domain/derived/officer.ts'
import type { Field, Fields, Person, Reference } from '@ropewalk/domain/field.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { partsOf } from '@ropewalk/domain/values.ts'
import type { Cell } from './cell.ts'
import type { Column, ColumnKind } from './column.ts'
import { answerTo, listOr, personCell, referenceCell, stated } from './facts.ts'
import type { Scene } from './scene.ts'
import { countryWord, wordOf, wordsOf } from './word.ts'

/** The column of one field of a catalogue: its value, else what contacts or an answer say in its place, else not stated. */
export const fieldColumn = (
  fields: Fields,
  key: string,
  field: Field,
): Column<{ record: AnyRecord }> => ({
  kind: kinds[field.kind],
  ...('options' in field ? { options: field.options } : {}),
  from: ({ record }, scene) =>
    cellOf(field, record[key], scene) ??
    stated(answeredByContacts(record, key)) ??
    answerTo(fields, record, key),
})

const kinds = {
  text: 'text',
  prose: 'text',
  wording: 'text',
  email: 'text',
  url: 'text',
  texts: 'list',
  choice: 'text',
  choices: 'list',
  yesNo: 'yesNo',
  count: 'number',
  day: 'day',
  partialDay: 'text',
  country: 'text',
  countries: 'list',
  subdivision: 'text',
  timeZone: 'text',
  sha256: 'text',
  person: 'text',
  reference: 'text',
  link: 'text',
  links: 'list',
  rows: 'list',
} as const satisfies Record<Field['kind'], ColumnKind>

/** A value as a cell; `null` when nothing is stated. The value is of the field's kind: the catalogue's seam. */
function cellOf(field: Field, value: unknown, scene: Scene): Cell {
  switch (field.kind) {
    case 'choice':
      return wordOf(field.options, value as string | null)
    case 'choices':
      return listOr(wordsOf(field.options, value as string[]), null)
    case 'country':
      return countryWord(value as string | null)
    case 'countries':
      return listOr((value as string[]).map(countryWord), null)
    case 'person':
      return personCell(value as Person | null, scene)
    case 'reference':
      return referenceCell(value as Reference | null, scene)
    case 'link':
      return value === null ? null : (scene.names(String(value)) ?? String(value))
    case 'links':
    case 'texts':
    case 'rows':
      return listOr(partsOf(field, value, scene), null)
    default:
      return plain(value as Plain)
  }
}

type Plain = string | number | boolean | null
const plain = (value: Plain): Cell => (typeof value === 'string' ? stated(value) : value)
