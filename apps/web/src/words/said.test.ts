import { expect, it } from 'vitest'
import { actText } from './acts.ts'
import { aboutText, whoText } from './said.ts'

it('says who did it', () => {
  expect(whoText({ actorKind: 'person', actorName: 'start' }).fr).toBe('start')
  expect(whoText({ actorKind: 'system', actorName: 'start' }).fr).toBe('Ropewalk')
  expect(whoText({ actorKind: 'system', actorName: 'ada' }).fr).toBe('ada')
  expect(whoText({ actorKind: 'public', actorName: 'public' }).fr).toBe('pas encore connecté')
})

it('says what it is about, ids as themselves', () => {
  expect(aboutText('PA-0001').fr).toBe('PA-0001')
  expect(aboutText('reference eea:AT:1994-01-01').fr).toBe('données de référence eea:AT:1994-01-01')
  expect(aboutText('first-account').fr).toBe('le premier compte')
  expect(aboutText('constructor').en).toBe('constructor')
})

it('says what was done, by the whole verb or by its last word', () => {
  expect(actText('parties.restore').fr).toBe('a restauré une version de')
  expect(actText('people.signIn').fr).toBe('s’est connecté')
  expect(actText('starter.load').en).toBe('loaded')
  expect(actText('of.noOne').en).toBe('of.noOne')
})
