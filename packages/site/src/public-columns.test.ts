import { expect, test } from 'vitest'
import { fullList } from './fixtures/full-list.ts'
import { policyFive } from './fixtures/policy-five.ts'
import { publicCells, publicColumns } from './public-columns.ts'

const cellsOf = (list: typeof policyFive, at: number, language: 'en' | 'fr' = 'en') => {
  const snapshot = list[at]
  if (!snapshot) throw new Error(`no supplier ${at}`)
  const cells = publicCells(snapshot, language)
  expect(cells).toHaveLength(publicColumns.length)
  return Object.fromEntries(publicColumns.map((column, place) => [column, cells[place]]))
}

test('the columns are those promised, in order', () => {
  expect(publicColumns.join(', ')).toBe(
    'sub_processor_id, name, legal_entity, function, service, data_categories, data_subjects, products, processing_countries, seat_country, transfer_mechanisms, status, effective_on, ended_on, updated_on, customer_data',
  )
})

test('what the policy does not state reads so; an event that was not is empty', () => {
  const {
    sub_processor_id,
    name,
    function: does,
    updated_on,
    ended_on,
    ...facts
  } = cellsOf(policyFive, 3)
  expect([sub_processor_id, name, does]).toEqual([
    'SP-0004',
    'Atlassian',
    'project information (Confluence and JIRA)',
  ])
  expect([updated_on, ended_on]).toEqual(['2026-11-16', ''])
  expect(new Set(Object.values(facts))).toEqual(new Set(['not stated']))
  expect(cellsOf(policyFive, 3, 'fr').customer_data).toBe('non indiqué')
})

test('several values are joined, in the reader’s language', () => {
  expect(cellsOf(fullList, 0)).toMatchObject({
    processing_countries: 'Canada | Ireland | Netherlands',
    transfer_mechanisms: '45 adequacy decision | 46(2)(c) standard contractual clauses',
    status: 'active',
    effective_on: '2021-03-31',
    customer_data: 'yes',
  })
  expect(cellsOf(fullList, 2, 'fr')).toMatchObject({
    processing_countries: 'Émirats arabes unis',
    status: 'en départ',
    ended_on: '2027-01-01',
    customer_data: 'à confirmer',
  })
})
