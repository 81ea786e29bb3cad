import { nounKeys } from '@ropewalk/domain/nouns.ts'
import { describe, expect, it } from 'vitest'
import { builtInViews } from './built-in-views.ts'
import { exportSetsOf } from './exports.ts'
import { filterOf, filtersOf } from './filters.ts'

const valuesOf = (key: string, noun: (typeof nounKeys)[number] = 'activity') =>
  filterOf(noun, key)?.options.map(({ value }) => value)

describe('the filters of a noun', () => {
  it.each(nounKeys)(
    'of %s have keys of their own, none of which an address uses otherwise',
    (noun) => {
      const keys = filtersOf(noun).map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
      for (const taken of ['q', 'sort', 'archived', 'lang', 'columns', 'profile'])
        expect(keys).not.toContain(taken)
    },
  )

  it('offers the options of choices, yes and no, and whether anything is stated', () => {
    expect(valuesOf('lifecycle')).toEqual(['planned', 'ongoing', 'stopped', 'stated', 'notStated'])
    expect(valuesOf('vulnerablePeople')).toEqual(['yes', 'no', 'stated', 'notStated'])
    expect(valuesOf('operations')).toContain('collect')
    expect(valuesOf('description')).toEqual(['stated', 'notStated'])
    expect(valuesOf('findings')).toEqual(['gap', 'conflict', 'advice', 'none'])
  })

  it('compares rows by their links, countries and choices only', () => {
    expect(filterOf('activity', 'dataSubjects')?.finds).toEqual([
      { kind: 'noun', noun: 'dataSubject' },
    ])
    expect(valuesOf('data')).not.toContain('months')
    expect(valuesOf('controllersServed')).toEqual(['stated', 'notStated'])
    expect(filterOf('subProcessor', 'locations')?.finds).toEqual([{ kind: 'country' }])
  })

  it('offers what is published of sub-processors alone', () => {
    expect(valuesOf('published', 'subProcessor')).toEqual(['yes', 'no', 'different'])
    expect(filterOf('party', 'published')).toBeUndefined()
  })

  it.each(nounKeys)('the views of %s stand on filters that it has', (noun) => {
    for (const { view } of builtInViews(noun))
      for (const [key, values] of Object.entries(view.filters)) {
        const filter = filterOf(noun, key)
        expect(filter).toBeDefined()
        if (filter?.options.length)
          expect(filter.options.map(({ value }) => value)).toEqual(
            expect.arrayContaining([...values]),
          )
      }
    expect(exportSetsOf(noun).length).toBeGreaterThan(0)
  })
})
