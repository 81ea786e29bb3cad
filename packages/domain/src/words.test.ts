import { expect, it } from 'vitest'
import { deBefore, withFirst } from './words.ts'

it('elides de before a vowel', () => {
  expect(['mesure', 'activité', 'organisation', 'étude'].map(deBefore)).toEqual([
    'de mesure',
    'd’activité',
    'd’organisation',
    'd’étude',
  ])
})
it('writes the first of a month as French does', () => {
  expect(withFirst('1 mars 2026', 'fr')).toBe('1er mars 2026')
  expect(withFirst('11 mars 2026', 'fr')).toBe('11 mars 2026')
  expect(withFirst('1 March 2026', 'en')).toBe('1 March 2026')
})
