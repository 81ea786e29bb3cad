import { both } from '@ropewalk/domain/words.ts'
import { expect, it } from 'vitest'
import { htmlOfText } from '../mails/html-of-text.ts'
import { longestNotices, textOfNotices } from './text-of-notices.ts'

const notice = (about: string, text: string) => ({
  about,
  title: both(`About ${about}`, `Au sujet de ${about}`),
  text: both(text, text),
})
const about = {
  language: 'fr',
  base: 'https://register.example',
  objectAt: (change: string) => (change === 'CH-0002' ? undefined : `https://object/${change}`),
} as const
const spent = htmlOfText('', 'To object', 'fr').length

it('is whole up to its limit, with where to object, and titles and pages beyond', () => {
  const long = longestNotices - spent - 1_000
  const whole = textOfNotices([notice('CH-0001', 'x'.repeat(long)), notice('CH-0002', 'y')], about)
  expect(whole).toContain('x'.repeat(long))
  expect(whole).toContain('https://object/CH-0001')
  const listed = textOfNotices(
    [notice('CH-0001', 'x'.repeat(longestNotices)), notice('CH-0002', 'y')],
    about,
  )
  expect(listed).toBe(
    `Au sujet de CH-0001\nhttps://register.example/fr/subprocessors/changes/CH-0001\n\nPour vous opposer à ce changement : https://object/CH-0001\n\n${'–'.repeat(20)}\n\nAu sujet de CH-0002\nhttps://register.example/fr/subprocessors/changes/CH-0002`,
  )
})

it('counts what even its titles leave no room for', () => {
  const many = Array.from({ length: 1_000 }, (_, number) => notice(`CH-${1_000 + number}`, 'z'))
  const long = many.map((each) => ({ ...each, title: both('"'.repeat(300), '"'.repeat(300)) }))
  const text = textOfNotices(long, about)
  const shown = text.split('https://object/').length - 1
  expect(shown).toBeGreaterThan(20)
  expect(text).toContain(
    `${1_000 - shown} autres changements. Tous les changements :\nhttps://register.example/fr/subprocessors/changes`,
  )
  expect(htmlOfText('', text, 'fr').length).toBeLessThan(longestNotices + 1_000)
})
