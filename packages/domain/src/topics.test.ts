import { expect, it } from 'vitest'
import { type ChangeFacts, concerns, everything, type Topics } from './topics.ts'

const facts: ChangeFacts = {
  isAddition: false,
  products: ['PR-0001'],
  categories: ['DC-0001', 'DC-0002'],
  countries: ['US'],
  outsideEea: true,
}

it.each<[string, Partial<Topics>, boolean]>([
  ['everything', {}, true],
  ['its product', { products: ['PR-0002', 'PR-0001'] }, true],
  ['another product', { products: ['PR-0002'] }, false],
  ['its category', { categories: ['DC-0002'] }, true],
  ['its country', { countries: ['US'] }, true],
  ['another country', { countries: ['FR'] }, false],
  ['another product, its country', { products: ['PR-0002'], countries: ['US'] }, true],
  ['outside the EEA', { outsideEea: true }, true],
  ['additions', { additionsOnly: true }, false],
  ['additions of its product', { additionsOnly: true, products: ['PR-0001'] }, false],
])('a subscriber to %s', (_, topics, heard) => {
  expect(concerns({ ...everything, ...topics }, facts)).toBe(heard)
})

it('tells an addition to who wants additions only, and within the EEA not to who wants the rest', () => {
  const added = { ...facts, isAddition: true, outsideEea: false }
  expect(concerns({ ...everything, additionsOnly: true }, added)).toBe(true)
  expect(concerns({ ...everything, outsideEea: true }, added)).toBe(false)
})
