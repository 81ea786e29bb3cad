import { expect, it } from 'vitest'
import { refusedText } from './refused.ts'

const time = (instant: string) => instant.slice(11, 16)

it('says which permission was missing, and of which record', () => {
  const text = refusedText({ permission: 'people:manage', record: 'US-0009' }, time)
  expect(text.en).toBe('may not manage people · US-0009')
  expect(text.fr).toBe('ne peut pas gérer les personnes · US-0009')
  expect(refusedText({ permission: 'access:read', record: 'none' }, time).en).toBe(
    'may not read the access list',
  )
})

it('says how often it was repeated, and when', () => {
  const hour = { since: '2026-11-24T15:10:00.000Z', until: '2026-11-24T15:39:00.000Z' }
  const record = { 'US-0001': 2, none: 1, others: 4 }
  const text = refusedText({ permission: 'people:manage', record, times: 7, ...hour }, time)
  expect(text.en).toBe(
    'may not manage people · US-0001 ×2 · no record named ×1 · others ×4 · 7 more times, from 15:10 to 15:39',
  )
  const once = refusedText({ why: { delayed: 1 }, times: 1, ...hour }, time)
  expect(once.fr).toBe('nouvel essai trop tôt ×1 · une fois de plus, de 15:10 à 15:39')
})

it('says why a sign-in was refused', () => {
  expect(refusedText({ why: 'closed' }, time).en).toBe('account disabled or past its last day')
  expect(refusedText({ why: 'wrong' }, time).fr).toBe('erroné')
})
