import * as fc from 'fast-check'
import { lookOver, type Register } from './derived/look-over.ts'
import { publishedFrom } from './derived/published-from.ts'
import type { NounKey } from './field.ts'
import {
  type Answer,
  answers,
  type CellKind,
  type Field,
  type Fields,
  type Options,
} from './field.ts'
import type { Look } from './look.ts'
import { idOf, nounKeys, nouns, type RecordOfNoun } from './nouns.ts'
import { certainties, questionFields } from './record.ts'
import { countryCodes } from './reference/countries.ts'
import { shippedReference } from './reference/shipped.ts'

/** How many records of each noun an arbitrary register has: what its links may lead to. */
const poolSize = 3

/** Any record of a noun that its catalogue allows, with rows, declared answers, sources and open questions. */
export const arbitraryRecord = <N extends NounKey>(
  noun: N,
  id = idOf(noun, 1),
): fc.Arbitrary<RecordOfNoun<N>> =>
  fc
    .record({
      values: valuesOf(nouns[noun].fields),
      declared: declaredOf(nouns[noun].fields),
      sources: fc.array(sourceOf(nouns[noun].fields), { maxLength: 4 }),
      openQuestions: fc.array(valuesOf(questionFields), { maxLength: 2 }),
      archivedAt: rarely(fc.constant('2026-06-01T00:00:00.000Z')),
    })
    .map((made) => numbered(id, made) as unknown as RecordOfNoun<N>)

/** A small register whose links all lead somewhere. */
export const arbitraryRegister = (): fc.Arbitrary<Register> =>
  fc.record(
    Object.fromEntries(
      nounKeys.map((noun) => [
        noun,
        fc.tuple(...pool(noun).map((id) => arbitraryRecord(noun, id))),
      ]),
    ),
  ) as unknown as fc.Arbitrary<Register>

export type Scene = { register: Register; look: Look }
/** A register and a look over it on any day; some suppliers are published, as they are or as they were. */
export const arbitraryScene = (): fc.Arbitrary<Scene> =>
  fc
    .record({
      register: arbitraryRegister(),
      today: day(),
      states: fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2)),
    })
    .map(({ register, today, states }) => {
      const beside = { today, reference: shippedReference }
      const plain = lookOver(register, beside)
      const snapshots = register.subProcessor.flatMap((record, index) => {
        const facts = publishedFrom(record, plain)
        const earlier = { ...facts, publicNote: `${facts.publicNote} as it was` }
        return states[index] === 0 ? [] : [states[index] === 1 ? facts : earlier]
      })
      const published = new Map(snapshots.map((facts) => [facts.subProcessorId, facts]))
      return { register, look: lookOver(register, { ...beside, published }) }
    })

const texts = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    'Billing',
    'Données de compte',
    'a | b',
    '{category}',
    '=HYPERLINK("http://x","y")',
    '<img src=x onerror=alert(1)>',
    'سجل register',
    '👩‍🚀 e\u0301',
    'two\nlines',
  ),
)
const mostly = <T>(arbitrary: fc.Arbitrary<T>, nothing: T) =>
  fc.oneof({ weight: 3, arbitrary }, { weight: 1, arbitrary: fc.constant(nothing) })
const rarely = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 1, arbitrary }, { weight: 9, arbitrary: fc.constant(null) })
function day() {
  return fc
    .integer({ min: Date.UTC(1999, 0) / 86_400_000, max: Date.UTC(2033, 0) / 86_400_000 })
    .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10))
}
const oneOf = (options: Options) => fc.constantFrom(...Object.keys(options))
const addresses = fc.constantFrom('https://example.org/a', 'http://example.com/?q=1#b')
const countries = fc.oneof(
  fc.constantFrom('DE', 'CA', 'US', 'GB', 'IN', 'IS'),
  fc.constantFrom(...countryCodes),
)
function pool(noun: NounKey) {
  return Array.from({ length: poolSize }, (_, index) => idOf(noun, index + 1))
}

const cells = {
  text: () => mostly(texts, ''),
  prose: () => mostly(texts, ''),
  wording: () => mostly(texts, ''),
  email: () => mostly(fc.constantFrom('dpo@example.org', 'privacy@example.com'), ''),
  url: () => mostly(addresses, ''),
  texts: () => fc.uniqueArray(texts, { maxLength: 3 }),
  yesNo: () => mostly<boolean | null>(fc.boolean(), null),
  count: () => mostly<number | null>(fc.nat(1_000_000), null),
  day: () => mostly<string | null>(day(), null),
  partialDay: () =>
    mostly<string | null>(
      fc.tuple(day(), fc.constantFrom(4, 7, 10)).map(([whole, length]) => whole.slice(0, length)),
      null,
    ),
  country: () => mostly<string | null>(countries, null),
  countries: () => fc.uniqueArray(countries, { maxLength: 3 }),
  subdivision: () => mostly<string | null>(fc.constantFrom('CA-QC', 'CA-ON', 'US-CA'), null),
  timeZone: () => mostly<string | null>(fc.constantFrom('America/Toronto', 'Europe/Paris'), null),
  sha256: () => mostly<string | null>(fc.constant('0'.repeat(64)), null),
  person: () => mostly<object | null>(fc.record({ text: texts }), null),
  reference: () =>
    mostly<object | null>(
      fc.oneof(
        fc.record({ text: texts }),
        fc.record({ url: addresses }),
        fc.record({ document: fc.constantFrom(...pool('document')) }),
      ),
      null,
    ),
} satisfies Record<
  Exclude<CellKind, 'choice' | 'choices' | 'link' | 'links'>,
  () => fc.Arbitrary<unknown>
>

function cellOrRows(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'choice':
      return mostly<string | null>(oneOf(field.options), null)
    case 'choices':
      return fc.uniqueArray(oneOf(field.options), { maxLength: 4 })
    case 'link':
      return mostly<string | null>(fc.constantFrom(...pool(field.to)), null)
    case 'links':
      return fc.subarray(pool(field.to))
    case 'rows':
      return fc.array(
        fc.record({ values: valuesOf(field.fields), declared: declaredOf(field.fields) }),
        { maxLength: 3 },
      )
    default:
      return cells[field.kind]()
  }
}

function valuesOf(fields: Fields): fc.Arbitrary<Values> {
  return fc.record(
    Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, cellOrRows(field)])),
  )
}

function declaredOf(fields: Fields): fc.Arbitrary<Values> {
  const taking = Object.entries(fields).filter(([, field]) => field.takes)
  const answerOf = (field: Field) => {
    const taken: Answer[] = answers.filter((answer) => field.takes?.[answer])
    return fc.record({ answer: fc.constantFrom(...taken), reason: texts })
  }
  return fc.record(Object.fromEntries(taking.map(([key, field]) => [key, answerOf(field)])), {
    requiredKeys: [],
  })
}

/** A source of the record, a field or a row of it, each at most once. */
function sourceOf(fields: Fields) {
  return fc.record({
    field: fc.constantFrom('', ...Object.keys(fields)),
    row: fc.nat(3),
    document: fc.constantFrom(null, ...pool('document')),
    lines: fc.constantFrom('', 'L52', 'L52 L100'),
    certainty: oneOf(certainties),
    asOf: fc.constantFrom(null, '2021-03-31'),
  })
}

type Values = Record<string, unknown>
type Made = {
  values: Values
  declared: Values
  sources: readonly (Values & { field: string; row: number })[]
  openQuestions: readonly Values[]
  archivedAt: string | null
}

/** Gives every row its id and every source the id of the row it speaks for. */
function numbered(id: string, { values, sources, openQuestions, ...made }: Made): Values {
  let lastRow = 0
  const row = (given: Values, declared: unknown = {}) => {
    lastRow += 1
    return { rowId: `${id}.${lastRow}`, declared, ...given }
  }
  const filled: Values = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      isRows(value) ? value.map((each) => row(each.values, each.declared)) : value,
    ]),
  )
  const rowAt = (field: string, index: number): string => {
    const list = filled[field]
    const found: unknown = Array.isArray(list) ? list[index - 1] : undefined
    return typeof found === 'object' && found && 'rowId' in found ? String(found.rowId) : ''
  }
  const spoken = sources.map((each) => ({ ...each, row: rowAt(each.field, each.row) }))
  const distinct = new Map(spoken.map((each) => [`${each.field} ${each.row}`, each]))
  return {
    id,
    version: 1,
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    ...made,
    ...filled,
    sources: [...distinct.values()].map((each) => row(each)),
    openQuestions: openQuestions.map((each) => row(each)),
    lastRow,
  }
}

type MadeRow = { values: Values; declared: Values }
const isRows = (value: unknown): value is readonly MadeRow[] =>
  Array.isArray(value) &&
  value.every((each) => typeof each === 'object' && each && 'values' in each)
