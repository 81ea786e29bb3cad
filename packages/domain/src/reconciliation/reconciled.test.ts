import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { entriesOf, type Listed } from './entries.ts'
import { likeness } from './likeness.ts'
import { type Comparable, matcherFor } from './matcher.ts'
import { normalised } from './normalised.ts'
import { countsOf, type Decision, decided, type Reconciled, reconciled } from './reconciled.ts'

function compare(lines: readonly Listed[], records: readonly Comparable[]): Reconciled {
  const { entries, nameless } = entriesOf(lines)
  return reconciled({ entries, nameless, records, matches: entries.map(matcherFor(records)) })
}
const listed = (texts: readonly string[]) => texts.map((text, at) => ({ line: at + 1, text }))
const record = (id: string, name: string, more: Partial<Comparable> = {}): Comparable => ({
  id,
  name,
  legalEntity: '',
  service: '',
  ...more,
})
const register = [
  record('SP-0001', 'Microsoft Azure', { service: 'Azure' }),
  record('SP-0002', 'Salesforce.com', { legalEntity: 'SFDC Ireland Ltd', service: 'CRM' }),
  record('SP-0003', 'NetSuite', { service: 'ERP' }),
  record('SP-0004', 'Sage', { service: 'ERP' }),
]

test('lines fall into both, candidates, only there; records into both and only here', () => {
  const result = compare(
    listed(['microsoft azure', 'Azure', 'SFDC Ireland Limited', 'Workday', 'ERP', 'Zendesk', ' ']),
    register,
  )
  expect(result.inBoth.map(({ entry, ids, why }) => [entry.name, ids, why])).toEqual([
    ['Azure', ['SP-0001'], 'sameService'],
    ['microsoft azure', ['SP-0001'], 'sameName'],
    ['SFDC Ireland Limited', ['SP-0002'], 'sameEntity'],
  ])
  expect(result.candidates).toMatchObject([
    {
      entry: { name: 'ERP' },
      candidates: [
        { id: 'SP-0003', score: 90, why: 'sharedService' },
        { id: 'SP-0004', score: 90, why: 'sharedService' },
      ],
    },
  ])
  expect(result.onlyThere.map(({ name }) => name)).toEqual(['Workday', 'Zendesk'])
  expect(result.nameless).toEqual([{ line: 7, text: ' ' }])
  expect(result.onlyHere.map(({ id }) => id)).toEqual(['SP-0003', 'SP-0004'])
  expect(countsOf(result)).toEqual({
    lines: 7,
    inBoth: 3,
    onlyThere: 2,
    candidates: 1,
    nameless: 1,
    onlyHere: 2,
  })
})

test('lines that name the same are one entry with their numbers', () => {
  const { inBoth } = compare(listed(['Netsuite', 'NetSuite, Inc.', 'x y', 'Netsuite']), register)
  expect(inBoth[0]?.entry).toEqual({
    key: 'netsuite',
    name: 'Netsuite',
    lines: [
      { line: 1, text: 'Netsuite' },
      { line: 2, text: 'NetSuite, Inc.' },
      { line: 4, text: 'Netsuite' },
    ],
  })
})

test('a candidate counts once a person says so, and goes when refused', () => {
  const result = compare(listed(['Net Suit', 'Sagee']), register)
  const key = 'net suit'
  expect(result.candidates.map(({ entry }) => entry.key)).toEqual(['net suit', 'sagee'])
  const accepted = decided(result, [{ key, id: 'SP-0003', same: true }])
  expect(accepted.inBoth).toMatchObject([{ ids: ['SP-0003'], why: 'confirmed' }])
  expect(accepted.candidates.map(({ entry }) => entry.key)).toEqual(['sagee'])
  expect(accepted.onlyHere.map(({ id }) => id)).not.toContain('SP-0003')
  const refused = decided(result, [{ key, id: 'SP-0003', same: false }])
  expect(refused.onlyThere.map((entry) => entry.key)).toEqual([key])
  expect(refused.onlyHere).toEqual(result.onlyHere)
  expect(decided(result, [{ key, id: 'SP-0001', same: true }])).toEqual(result)
})

const word = fc.constantFrom(
  'Google',
  'gogle',
  'Cloud',
  'Azure',
  'Data',
  'Inc.',
  'GmbH',
  'é',
  '&',
  '-',
)
const name = fc.oneof(
  fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)
const records = fc
  .array(fc.record({ name, legalEntity: fc.oneof(fc.constant(''), name), service: name }), {
    maxLength: 8,
  })
  .map((all) => all.map((each, at) => record(`SP-${at + 1}`, each.name, each)))
const lines = fc.array(name, { maxLength: 12 }).map(listed)
const said = (result: Reconciled): fc.Arbitrary<Decision[]> =>
  fc
    .tuple(
      ...result.candidates.flatMap(({ entry, candidates }) =>
        candidates.map(({ id }) =>
          fc
            .option(fc.boolean())
            .map((same) => (same === null ? [] : [{ key: entry.key, id, same }])),
        ),
      ),
    )
    .map((all) => all.flat())

test('every line lands in exactly one group, before and after a person spoke', () => {
  fc.assert(
    fc.property(lines, records, fc.gen(), (list, all, gen) => {
      const result = compare(list, all)
      for (const groups of [result, decided(result, gen(said, result))]) {
        const entries = [
          ...groups.inBoth.map(({ entry }) => entry),
          ...groups.candidates.map(({ entry }) => entry),
          ...groups.onlyThere,
        ]
        const found = [...entries.flatMap((entry) => entry.lines), ...groups.nameless]
        expect(found.toSorted((one, other) => one.line - other.line)).toEqual(list)
        expect(countsOf(groups).lines).toBe(list.length)
        const here = new Set(groups.onlyHere.map(({ id }) => id))
        const named = new Set(groups.inBoth.flatMap(({ ids }) => ids))
        expect(here.union(named)).toEqual(new Set(all.map(({ id }) => id)))
        expect(here.isDisjointFrom(named)).toBe(true)
      }
    }),
  )
})

test('a register beside itself leaves nothing only here and nothing only there', () => {
  fc.assert(
    fc.property(records, (all) => {
      const stated = all.filter((each) => normalised(each.name).key !== '')
      const { candidates, onlyThere, onlyHere } = compare(
        listed(stated.map((each) => each.name)),
        stated,
      )
      expect({ candidates, onlyThere, onlyHere }).toEqual({
        candidates: [],
        onlyThere: [],
        onlyHere: [],
      })
    }),
  )
})

test('the order of lines does not matter', () => {
  fc.assert(
    fc.property(lines, records, fc.gen(), (list, all, gen) => {
      const shuffled = gen(() => fc.shuffledSubarray(list, { minLength: list.length }))
      expect(compare(shuffled, all)).toEqual(compare(list, all))
    }),
  )
})

test('no likely name is missed by the index of words and letters', () => {
  fc.assert(
    fc.property(name, records, (text, all) => {
      const { entries } = entriesOf(listed([text]))
      const [entry] = entries
      if (!entry) return
      const match = matcherFor(all)(entry)
      if (match && 'ids' in match) return
      const best = all
        .flatMap((each) => [each.name, each.legalEntity, each.service])
        // A service that several records share has a score of its own.
        .filter((other) => normalised(other).key !== entry.key)
        .map((other) => likeness(normalised(entry.name), normalised(other))?.score ?? 0)
      const found = match?.candidates.map(({ score }) => score) ?? []
      expect(Math.max(0, ...found)).toBeGreaterThanOrEqual(Math.max(0, ...best))
    }),
  )
})
