import { expect, it } from 'vitest'
import { refuseWeak } from './password-rules.ts'

const who = { name: 'Ada Lovelace', email: 'ada.lovelace@analytical.example' }
const refused = (password: string): string => {
  try {
    refuseWeak(password, who)
  } catch (error) {
    return (error as Error).message
  }
  return 'taken'
}

it.each([
  'correct horse battery staple',
  'Zwölf Boxkämpfer jagen',
  '🐎🔋📎✅🐎🔋📎✅🌍🌎🌏🗿',
  'motdepasse du port de Saint-Malo',
  'x'.repeat(3) + 'Yz7-'.repeat(49),
])('takes %s', (password) => {
  expect(refused(password)).toBe('taken')
})

it.each([
  ['short', 'Password: at least 12 characters are needed.'],
  ['🐎🔋📎✅🐎🔋', 'Password: at least 12 characters are needed.'],
  ['long enough '.repeat(17), 'Password: at most 200 characters fit.'],
])('refuses the length of %s', (password, sentence) => {
  expect(refused(password)).toBe(sentence)
})

it.each([
  'Password2026!!',
  'p4ssw0rd-12345',
  'welcomewelcome',
  'motdepasse2026',
  '123456789012',
  '210987654321',
  'qwertyuiopas',
  'azertyuiopqs',
  '1q2w3e4r5t6y',
  'aaaaaaaaaaaa',
  'abababababab',
  '!!!!!!!!!!!!',
])('refuses %s, which strangers try', (password) => {
  expect(refused(password)).toContain('strangers')
})

it.each(['ada.lovelace@analytical.example', 'AdaLovelace2026', 'lovelace-1815!', 'analytical99!'])(
  'refuses %s, which is the person’s own',
  (password) => {
    expect(refused(password)).toContain('your own name')
  },
)

it('refuses half of a character pair, which would be the same as any other', () => {
  expect(refused('twelve chars \ud83d')).toContain('half of a character pair')
})
