import { expect, it } from 'vitest'
import { confirmed } from './change.ts'
import { confirmedFacts } from './confirmed-facts.ts'
import type { AnyRecord, Certainty, Source } from './record.ts'
import { example } from './test-examples.ts'

const source = (field: string, row: string, certainty: Certainty): Source => ({
  rowId: `S${field}${row}`,
  declared: {},
  field,
  row,
  document: null,
  lines: '',
  certainty,
  asOf: null,
})
const before = example('activity', 'PA-0001', {
  name: 'Hosting',
  subProcessors: [{ subProcessor: 'SP-0001' }, { subProcessor: 'SP-0002' }],
  sources: [
    source('', '', 'inferred'),
    source('name', '', 'inferred'),
    source('role', '', 'inferred'),
    source('subProcessors', 'PA-0001.1', 'inferred'),
    source('subProcessors', 'PA-0001.2', 'confirmed'),
  ],
}) as unknown as AnyRecord
const clock = { now: '2026-11-24T00:00:00.000Z', today: '2026-11-24' }
const names = (id: string) => ({ 'SP-0001': 'Acme Cloud' })[id]
const of = (targets: readonly (readonly [string, string])[], language: 'en' | 'fr' = 'en') =>
  confirmedFacts(
    'activity',
    { before, after: confirmed(before, targets, clock) },
    { language, names },
  ).map((fact) => `${fact.label}: ${fact.before || '-'} → ${fact.after}`)

it('names each confirmed fact by its field and row, and no other', () => {
  expect(
    of([
      ['name', ''],
      ['subProcessors', 'PA-0001.1'],
    ]),
  ).toEqual(['Name: inferred → confirmed', 'Suppliers, Acme Cloud: inferred → confirmed'])
})
it('names the record as a whole, and a fact without a source before', () => {
  expect(of([['', '']], 'fr')).toEqual(['La fiche entière: déduit → confirmé'])
  expect(of([['description', '']])).toEqual(['Description: - → confirmed'])
})
