import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayAfter } from '../day-after.ts'
import { deadlinesFrom, longest } from './deadlines.ts'

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const days = fc.integer({ min: 0, max: 400 })
const terms = fc.record({
  noticeDays: days,
  objectionDays: days,
  count: fc.constantFrom('calendar' as const, 'business' as const),
  holidaysIn: fc.constantFrom(null, 'CA', 'DE'),
})
const isFirst = (country: string, each: string) => country === 'CA' && each.endsWith('-01')
const weekday = (each: string) => new Date(`${each}T00:00:00Z`).getUTCDay()
const between = (from: string, to: string) =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

describe('deadlines', () => {
  it.each([
    [
      'calendar days',
      '2026-03-01',
      { noticeDays: 45, objectionDays: 14 },
      '2026-03-15',
      '2026-04-16',
    ],
    [
      'objections longer than notice',
      '2026-03-01',
      { noticeDays: 5, objectionDays: 30 },
      '2026-03-31',
      '2026-04-01',
    ],
    ['the same', '2026-03-01', { noticeDays: 30, objectionDays: 30 }, '2026-03-31', '2026-04-01'],
    ['at once', '2026-03-01', { noticeDays: 0, objectionDays: 0 }, '2026-03-01', '2026-03-02'],
    ['a leap year', '2028-02-28', { noticeDays: 2, objectionDays: 1 }, '2028-02-29', '2028-03-02'],
    [
      'a day of notice',
      '2026-03-01',
      { noticeDays: 1, objectionDays: 0 },
      '2026-03-01',
      '2026-03-03',
    ],
  ])('%s', (_, from, given, objectUntil, earliest) => {
    const counted = { ...given, count: 'calendar' as const, holidaysIn: null }
    expect(deadlinesFrom(from, counted, isFirst)).toEqual({ objectUntil, earliest })
  })

  it('counts business days over weekends and the holidays of a country', () => {
    // Friday 26 June 2026; 1 July is a holiday there.
    const given = { noticeDays: 5, objectionDays: 2, count: 'business' as const }
    expect(deadlinesFrom('2026-06-26', { ...given, holidaysIn: 'CA' }, isFirst)).toEqual({
      objectUntil: '2026-06-30',
      earliest: '2026-07-07',
    })
    expect(deadlinesFrom('2026-06-26', { ...given, holidaysIn: null }, isFirst).earliest).toBe(
      '2026-07-04',
    )
  })

  it('nothing takes effect before the notice is over, nor while one may still object', () => {
    fc.assert(
      fc.property(day, terms, (from, given) => {
        const { objectUntil, earliest } = deadlinesFrom(from, given, isFirst)
        expect(between(from, earliest)).toBeGreaterThan(given.noticeDays)
        expect(earliest > objectUntil).toBe(true)
        expect(objectUntil >= from).toBe(true)
      }),
    )
  })

  it('a business deadline is a business day, never earlier than the calendar one', () => {
    fc.assert(
      fc.property(day, terms, (from, given) => {
        const business = deadlinesFrom(from, { ...given, count: 'business' }, isFirst)
        const calendar = deadlinesFrom(from, { ...given, count: 'calendar' }, isFirst)
        expect(business.objectUntil >= calendar.objectUntil).toBe(true)
        if (given.objectionDays === 0) return
        expect([0, 6]).not.toContain(weekday(business.objectUntil))
        expect(given.holidaysIn !== null && isFirst(given.holidaysIn, business.objectUntil)).toBe(
          false,
        )
      }),
    )
  })

  it('one more day of notice never brings it nearer, one announced later neither', () => {
    fc.assert(
      fc.property(day, terms, (from, given) => {
        const first = deadlinesFrom(from, given, isFirst)
        const longer = { ...given, noticeDays: given.noticeDays + 1 }
        expect(deadlinesFrom(from, longer, isFirst).earliest >= first.earliest).toBe(true)
        const later = deadlinesFrom(dayAfter(from, 1), given, isFirst)
        expect(later.objectUntil >= first.objectUntil).toBe(true)
      }),
    )
  })

  it('the longest wins, whatever the order', () => {
    const each = fc.tuple(day, terms).map(([from, given]) => deadlinesFrom(from, given, isFirst))
    fc.assert(
      fc.property(fc.array(each, { minLength: 1 }), (all) => {
        const found = longest(all)
        expect(longest(all.toReversed())).toEqual(found)
        for (const { objectUntil, earliest } of all) {
          expect((found?.objectUntil ?? '') >= objectUntil).toBe(true)
          expect((found?.earliest ?? '') >= earliest).toBe(true)
        }
      }),
    )
    expect(longest([])).toBeUndefined()
  })
})
