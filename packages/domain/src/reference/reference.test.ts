import { describe, expect, it } from 'vitest'
import { adequacyOf, isInEea } from './at-day.ts'
import { countriesByName, countryCodes, countryText } from './countries.ts'
import { shippedReference } from './shipped.ts'

describe('the EEA', () => {
  it.each([
    ['FR', '2026-11-24', true],
    ['NO', '2026-11-24', true],
    ['LI', '1995-04-30', false],
    ['LI', '1995-05-01', true],
    ['HR', '2013-06-30', false],
    ['HR', '2013-07-01', true],
    ['GB', '2020-12-31', true],
    ['GB', '2021-01-01', false],
    ['RE', '2026-11-24', true],
    ['CH', '2026-11-24', false],
    ['XX', '2026-11-24', false],
  ])('%s on %s: %s', (country, day, expected) => {
    expect(isInEea(shippedReference, country, day)).toBe(expected)
  })
  it('has 30 states today', () => {
    const territories = ['AX', 'GF', 'GP', 'MF', 'MQ', 'RE', 'YT']
    const states = countryCodes.filter(
      (code) => isInEea(shippedReference, code, '2026-11-24') && !territories.includes(code),
    )
    expect(states).toHaveLength(30)
  })
})

describe('an adequacy decision', () => {
  it.each([
    ['CA', '2026-11-24', 'Decision 2002/2/EC'],
    ['CA', '2001-12-19', undefined],
    ['US', '2015-10-05', expect.stringContaining('2000/520')],
    ['US', '2015-10-06', undefined],
    ['US', '2020-07-16', undefined],
    ['US', '2023-07-10', expect.stringContaining('2023/1795')],
    ['GB', '2031-12-27', expect.stringContaining('2021/1772')],
    ['GB', '2031-12-28', undefined],
    ['BR', '2026-01-25', undefined],
    ['BR', '2026-01-26', expect.stringContaining('2026/179')],
    ['IN', '2026-11-24', undefined],
  ])('for %s on %s', (country, day, source) => {
    expect(adequacyOf(shippedReference, country, day)?.source).toEqual(source)
  })
})

describe('shipped reference data', () => {
  const entries = [...shippedReference.eea, ...shippedReference.adequacy]
  it('knows only countries of ISO 3166-1 and days in order', () => {
    for (const { country, from, until } of entries) {
      expect(countryCodes).toContain(country)
      expect(from).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      if (until !== null) expect(until > from).toBe(true)
    }
  })
  it('never has two entries for one country and day', () => {
    for (const list of [shippedReference.eea, shippedReference.adequacy])
      for (const one of list)
        for (const other of list)
          if (one !== other && one.country === other.country)
            expect((one.until ?? '9999') < other.from || (other.until ?? '9999') < one.from).toBe(
              true,
            )
  })
})

describe('countries', () => {
  it('are the 249 of ISO 3166-1, once each', () => {
    expect(new Set(countryCodes).size).toBe(249)
    expect(countryCodes).toHaveLength(249)
  })
  it('have names in both languages', () => {
    for (const code of countryCodes) {
      expect(countryText(code).en).not.toBe(code)
      expect(countryText(code).fr).not.toBe(code)
    }
  })
  it('stand in the reader’s order', () => {
    const names = countriesByName('fr').map(({ name }) => name)
    expect(names.indexOf('Égypte')).toBeLessThan(names.indexOf('Émirats arabes unis'))
    expect(names.indexOf('Équateur')).toBeLessThan(names.indexOf('Zambie'))
  })
})
