import { expect, it } from 'vitest'
import { originText } from './account-origin.ts'

it.each([
  ['first account link', 'lien du premier compte'],
  ['system (ada)', 'système (ada)'],
  ['Ada (U-0001)', 'Ada (U-0001)'],
])('says in French who made an account: %s', (stored, fr) => {
  expect(originText(stored)).toEqual({ en: stored, fr })
})
