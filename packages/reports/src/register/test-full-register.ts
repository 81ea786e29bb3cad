import { lookOver, type Register } from '@ropewalk/domain/derived/look-over.ts'
import {
  answers,
  type CellKind,
  type Field,
  type Fields,
  type NounKey,
} from '@ropewalk/domain/field.ts'
import { idOf, nounKeys, nouns } from '@ropewalk/domain/nouns.ts'
import { questionFields, sourceFields } from '@ropewalk/domain/record.ts'
import { shippedReference } from '@ropewalk/domain/reference/shipped.ts'

function fullRecord(noun: NounKey) {
  const id = idOf(noun, 1)
  let lastRow = 0
  const rows = (fields: Fields, count = 1) =>
    Array.from({ length: count }, (_, at) => {
      lastRow += 1
      return { rowId: `${id}.${lastRow}`, declared: {}, ...cellsOf(fields, at) }
    })
  const values = Object.fromEntries(
    Object.entries(nouns[noun].fields as Fields).map(([key, field]) => [
      key,
      field.kind === 'rows' ? rows(field.fields, mostOptions(field.fields)) : cellOf(key, field),
    ]),
  )
  const sources = rows(sourceFields)
  const openQuestions = rows(questionFields)
  return { ...keptOf(id), lastRow, ...values, sources, openQuestions }
}

function declaredRecord(noun: NounKey) {
  const fields: Fields = nouns[noun].fields
  const declared = Object.fromEntries(
    Object.entries(fields).flatMap(([key, { takes }]) =>
      answers.flatMap((answer) => (takes?.[answer] ? [[key, { answer, reason: 'A reason' }]] : [])),
    ),
  )
  const values = Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [key, emptyOf[field.kind] ?? null]),
  )
  const archivedAt = '2026-02-01T00:00:00.000Z'
  return {
    ...keptOf(idOf(noun, 2)),
    archivedAt,
    declared,
    ...values,
    sources: [],
    openQuestions: [],
  }
}

const keptOf = (id: string) => ({
  id,
  version: 1,
  lastRow: 0,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  archivedAt: null,
  declared: {},
})

/** As many rows as the longest list of choices in them: every option then stands in one. */
const mostOptions = (fields: Fields) =>
  Math.max(
    1,
    ...Object.values(fields).map((field) =>
      field.kind === 'choice' ? Object.keys(field.options).length : 1,
    ),
  )

const cellsOf = (fields: Fields, at: number) =>
  Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, cellOf(key, field, at)]))

function cellOf(key: string, field: Field, at = 0): unknown {
  switch (field.kind) {
    case 'rows':
      return []
    case 'choice': {
      const options = Object.keys(field.options)
      return options[at % options.length]
    }
    case 'choices':
      return Object.keys(field.options)
    case 'link':
      return idOf(field.to, 1)
    case 'links':
      return [idOf(field.to, 1)]
    default:
      return cells[field.kind](key)
  }
}

const cells = {
  text: (key: string) => `The ${key}`,
  prose: (key: string) => `The ${key}\nover two lines`,
  wording: () => 'A wording',
  email: () => 'office@ropeworks.example',
  url: () => 'https://ropeworks.example/',
  texts: (key: string) => [`one of ${key}`, `another | of ${key}`],
  yesNo: () => true,
  count: () => 6,
  day: () => '2026-03-01',
  partialDay: () => '2026-03',
  country: () => 'US',
  countries: () => ['CA', 'DE'],
  subdivision: () => 'US-CA',
  timeZone: () => 'America/Toronto',
  sha256: () => 'ab'.repeat(32),
  person: (key: string) => ({ text: `The person of ${key}` }),
  reference: (key: string) => ({ text: `The reference of ${key}` }),
} satisfies Record<Exclude<CellKind, 'choice' | 'choices' | 'link' | 'links'>, unknown>

const emptyOf: Partial<Record<Field['kind'], unknown>> = {
  rows: [],
  texts: [],
  choices: [],
  countries: [],
  links: [],
  text: '',
  prose: '',
  wording: '',
  email: '',
  url: '',
}

/** One record a noun with every field of its catalogue stated, and an archived one with every answer declared. */
export const fullRegister = Object.fromEntries(
  nounKeys.map((noun) => [noun, [fullRecord(noun), declaredRecord(noun)]]),
) as unknown as Register

export const fullLook = lookOver(fullRegister, { today: '2026-03-31', reference: shippedReference })
