import { expect, it } from 'vitest'
import { both, say } from '../words.ts'
import { excerpt, listed } from './wording.ts'

it.each([
  [[], '', ''],
  [['a'], 'a', 'a'],
  [['a', both('one', 'un')], 'a and one', 'a et un'],
  [['a', 'b', 'c', 'd', 'e'], 'a, b, c, d and e', 'a, b, c, d et e'],
  [['a', 'b', 'c', 'd', 'e', 'f'], 'a, b, c, d and 2 more', 'a, b, c, d et 2 autres'],
])('%j is listed as “%s”', (parts, en, fr) => {
  expect(listed(parts)).toEqual({ en, fr })
})

it('an excerpt is one line, cut between characters', () => {
  expect(excerpt(' two\n lines ')).toBe('two lines')
  expect(excerpt('')).toEqual(both('not stated', 'non indiqué'))
  const cut = excerpt(`${'a'.repeat(99)}😀 and more`)
  expect(cut).toBe(`${'a'.repeat(99)}…`)
})

it('a text in a place of another is said in the reader’s language', () => {
  const sentence = both('In {country}.', 'Lieu : {country}.')
  expect(say(sentence, 'fr', { country: both('Germany', 'Allemagne') })).toBe('Lieu : Allemagne.')
})
