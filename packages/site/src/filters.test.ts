import { sayAll } from '@ropewalk/domain/words.ts'
import { describe, expect, test } from 'vitest'
import {
  choicesOf,
  type Filters,
  filteredPath,
  filtersFrom,
  matching,
  noFilters,
} from './filters.ts'
import { fullList } from './fixtures/full-list.ts'

const from = (query: string) => filtersFrom(new URLSearchParams(query))
const found = (filters: Partial<Filters>, language: 'en' | 'fr' = 'en') =>
  matching(fullList, { ...noFilters, ...filters }, language).map(
    ({ subProcessorId }) => subProcessorId,
  )

describe('read from an address', () => {
  test('all of them', () => {
    expect(
      from('q=%20cloud%20&category=DC-0001&country=ie&product=PR-0001&customer-data=yes'),
    ).toEqual({
      filters: {
        q: 'cloud',
        category: 'DC-0001',
        country: 'IE',
        product: 'PR-0001',
        customerData: true,
      },
    })
  })

  test('others mean nothing, nor does another answer than yes', () => {
    expect(from('utm_source=contract&customer-data=no')).toEqual({ filters: noFilters })
  })

  test.each([`q=${'a'.repeat(201)}`, `category=${'a'.repeat(201)}`, 'q=%00', 'q=a%E2%80%AEb'])(
    'a fault is a sentence: %s',
    (query) => {
      const answer = from(query)
      expect('fault' in answer && sayAll(answer.fault, 'en')).toMatch(/^“(q|category)” .*\.$/)
    },
  )

  test('two hundred characters are taken', () => {
    expect(from(`q=${'é'.repeat(200)}`)).toHaveProperty('filters.q', 'é'.repeat(200))
  })
})

test('equal filters have one address, and it reads back', () => {
  const filters = { ...noFilters, customerData: true, q: 'a&b=c #', product: 'PR-0001' }
  const path = filteredPath('/subprocessors', filters)
  expect(path).toBe('/subprocessors?q=a%26b%3Dc+%23&product=PR-0001&customer-data=yes')
  expect(from(path.slice(path.indexOf('?')))).toEqual({ filters })
  expect(filteredPath('/subprocessors', noFilters)).toBe('/subprocessors')
})

describe('matching', () => {
  test('by one filter', () => {
    expect(found({ category: 'DC-0002' })).toEqual(['SP-0001'])
    expect(found({ category: 'DC-0001' })).toEqual(['SP-0001', 'SP-0002', 'SP-0004'])
    expect(found({ country: 'AE' })).toEqual(['SP-0003'])
    expect(found({ product: 'PR-0001' })).toEqual(['SP-0001', 'SP-0003'])
    expect(found({ customerData: true })).toEqual(['SP-0001', 'SP-0004'])
  })

  test('by all at once', () => {
    expect(found({ customerData: true, category: 'DC-0001', country: 'FR' })).toEqual(['SP-0004'])
  })

  test('an unknown id or country matches nothing', () => {
    expect(found({ category: 'DC-9999' })).toEqual([])
    expect(found({ country: 'XX' })).toEqual([])
  })

  test('every word must occur, without accents and case', () => {
    expect(found({ q: 'NORTHERN hosting' })).toEqual(['SP-0001'])
    expect(found({ q: 'northern ledger' })).toEqual([])
    expect(found({ q: 'مساعد' })).toEqual(['SP-0003'])
  })

  test('words are those that the reader sees', () => {
    expect(found({ q: 'Emirates' })).toEqual(['SP-0003'])
    expect(found({ q: 'emirats' }, 'fr')).toEqual(['SP-0003'])
    expect(found({ q: 'Emirates' }, 'fr')).toEqual([])
  })
})

describe('choices', () => {
  test('come from published facts, in the order of their names', () => {
    expect(choicesOf(fullList, 'fr').country.map(({ name }) => name)).toEqual([
      'Canada',
      'Émirats arabes unis',
      'États-Unis',
      'France',
      'Irlande',
      'Pays-Bas',
      'Royaume-Uni',
    ])
    expect(choicesOf(fullList, 'en').category.map(({ id }) => id)).toEqual([
      'DC-0001',
      'DC-0002',
      'DC-0012',
    ])
    expect(choicesOf([], 'en')).toEqual({
      category: [],
      country: [],
      product: [],
      customerData: false,
    })
  })

  test('a thing that was renamed has its newest name', () => {
    const [one, two] = fullList
    if (!one || !two) throw new Error('two suppliers are needed')
    const renamed = [
      { ...one, products: [{ id: 'PR-0001', name: 'New' }], updatedOn: '2026-12-01' },
      { ...two, products: [{ id: 'PR-0001', name: 'Old' }], updatedOn: '2026-11-01' },
    ]
    expect(choicesOf(renamed, 'en').product).toEqual([{ id: 'PR-0001', name: 'New' }])
  })
})
