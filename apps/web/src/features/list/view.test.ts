import { nounKeys } from '@ropewalk/domain/nouns.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSearch, stringifySearch } from '../../search-params.ts'
import { exportAddress } from './exports.ts'
import { filtersOf } from './filters.ts'
import { everyRecord, filtered, keyOf, paramsOf, sameRows, type View, viewIn } from './view.ts'

const words = fc.string({ maxLength: 200, unit: 'grapheme' }).filter((text) => text.length <= 200)
const value = words.filter((text) => text !== '')

const viewOf = (noun: (typeof nounKeys)[number]): fc.Arbitrary<View> =>
  fc.record({
    q: words,
    filters: fc.dictionary(
      fc.constantFrom(...filtersOf(noun).map(({ key }) => key)),
      fc.uniqueArray(value, { minLength: 1, maxLength: 5 }),
      { noNullPrototype: true, maxKeys: 6 },
    ),
    archived: fc.boolean(),
    sort: fc.record({
      by: fc.constantFrom('id', 'name', 'findings', 'updatedAt', 'role'),
      direction: fc.constantFrom('ascending' as const, 'descending' as const),
    }),
  })

describe('a view', () => {
  it.each(nounKeys)('of %s is what its address says', (noun) => {
    fc.assert(
      fc.property(viewOf(noun), (view) => {
        expect(viewIn(noun, parseSearch(stringifySearch(paramsOf(view))))).toEqual(view)
      }),
    )
  })

  it('has a plain address', () => {
    const view: View = {
      q: 'audit log',
      filters: { role: ['controller', 'processor'], dataSubjects: ['DS-0001'] },
      archived: true,
      sort: { by: 'name', direction: 'descending' },
    }
    expect(stringifySearch(paramsOf(view))).toBe(
      '?q=audit+log&role=controller&role=processor&dataSubjects=DS-0001&archived=yes&sort=-name',
    )
    expect(stringifySearch(paramsOf(everyRecord))).toBe('')
  })

  it('passes over what is no filter of the noun, and what is too much', () => {
    const found = viewIn(
      'activity',
      parseSearch('?utm_source=mail&published=no&role=&role=x&role=x'),
    )
    expect(found).toEqual({ ...everyRecord, filters: { role: ['x'] } })
    expect(viewIn('activity', { q: 'x'.repeat(300) }).q).toHaveLength(200)
    const many = Array.from({ length: 120 }, (_, at) => `DS-${at}`)
    expect(viewIn('activity', { dataSubjects: many }).filters.dataSubjects).toHaveLength(100)
  })

  it('shows the same rows in another order, with values in another order', () => {
    const one = filtered(everyRecord, 'role', ['a', 'b'])
    const other: View = {
      ...filtered(everyRecord, 'role', ['b', 'a']),
      sort: { by: 'name', direction: 'ascending' },
    }
    expect(sameRows(one, other)).toBe(true)
    expect(sameRows(one, everyRecord)).toBe(false)
    expect(keyOf(filtered(one, 'role', []))).toBe(keyOf(everyRecord))
  })

  it('is exported with its filters and without its order', () => {
    const view = { ...filtered(everyRecord, 'role', ['a', 'b']), q: 'é', archived: true }
    const sorted: View = { ...view, sort: { by: 'name', direction: 'ascending' } }
    const set = { key: 'activities-controller', format: 'csv' } as const
    const address = '/exports/activities-controller.csv?q=%C3%A9&role=a&role=b&archived=yes'
    expect(exportAddress(set, sorted, 'en')).toBe(address)
    expect(exportAddress(set, view, 'fr')).toBe(`${address}&lang=fr`)
  })
})
