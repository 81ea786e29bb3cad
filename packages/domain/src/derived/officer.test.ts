import { expect, it } from 'vitest'
import type { AnyRecord } from '../record.ts'
import { example, type Some } from '../test-examples.ts'
import { answeredByContacts } from './officer.ts'

const dpoOf = (some: Some<'organisation'>) =>
  answeredByContacts(example('organisation', 'ORG-0001', some) as unknown as AnyRecord, 'dpo')

it.each([
  [{ contacts: [{ role: 'dpo', name: 'A person', email: 'a@example.org' }] }, 'A person'],
  [{ contacts: [{ role: 'dpo', email: 'a@example.org' }] }, 'a@example.org'],
  [
    {
      contacts: [
        { role: 'dpo', name: 'A' },
        { role: 'dpo', title: 'B' },
      ],
    },
    'A | B',
  ],
  [{ contacts: [{ role: 'dpo' }, { role: 'mailbox', name: 'x' }] }, ''],
  [{ dpo: 'Another', contacts: [{ role: 'dpo', name: 'A person' }] }, ''],
] satisfies [Some<'organisation'>, string][])('of %j the contacts answer %j', (some, answer) => {
  expect(dpoOf(some)).toBe(answer)
})
it('answers no other field, and of no other noun', () => {
  const party = example('party', 'PT-0001') as unknown as AnyRecord
  expect(answeredByContacts(party, 'dpo')).toBe('')
})
