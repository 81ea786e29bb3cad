import { emptyRecord, emptyRow } from '@ropewalk/domain/empty.ts'
import { type Organisation, organisationFields } from '@ropewalk/domain/organisation.ts'
import { describe, expect, test } from 'vitest'
import { publicOrganisation } from './public-organisation.ts'

const contact = (facts: Partial<Organisation['contacts'][number]>) => ({
  ...emptyRow(organisationFields.contacts.fields, 'R-1'),
  ...facts,
})
const organisation = (facts: Partial<Organisation>): Organisation => ({
  ...emptyRecord(organisationFields),
  id: 'ORG-0001',
  version: 1,
  lastRow: 0,
  createdAt: '2026-11-16T10:00:00Z',
  updatedAt: '2026-11-16T10:00:00Z',
  archivedAt: null,
  declared: {},
  sources: [],
  openQuestions: [],
  ...facts,
})

test('holds the public fields of the catalogue and no other', () => {
  const allowed = Object.entries(organisationFields)
    .filter(([, field]) => 'public' in field)
    .map(([key]) => key)
  const keys = Object.keys(publicOrganisation(organisation({})))
  expect(keys.toSorted()).toEqual([...allowed, 'contacts', 'privacyContact'].toSorted())
})

test('nothing planted in an internal field gets out', () => {
  const planted = organisation({
    authority: 'SECRET authority',
    representative: 'SECRET representative',
    dpo: 'SECRET dpo',
    timeZone: 'SECRET/Zone',
    declared: { dpo: { answer: 'none', reason: 'SECRET reason' } },
    contacts: [
      contact({ name: 'SECRET name', email: 'secret@example.org', shown: false }),
      contact({ name: 'SECRET unanswered', email: 'secret@example.org', shown: null }),
    ],
  })
  expect(JSON.stringify(publicOrganisation(planted))).not.toMatch(/secret/i)
})

describe('the privacy contact', () => {
  const dpo = contact({ role: 'dpo', email: 'dpo@example.org', shown: true })
  const mailbox = contact({ role: 'mailbox', email: 'box@example.org', shown: true })

  test('is the compliance mailbox before the DPO', () => {
    expect(publicOrganisation(organisation({ contacts: [dpo, mailbox] })).privacyContact).toBe(
      'box@example.org',
    )
    expect(publicOrganisation(organisation({ contacts: [dpo] })).privacyContact).toBe(
      'dpo@example.org',
    )
  })

  test('is the organisation’s own address when no contact is shown', () => {
    const hidden = { ...mailbox, shown: false }
    const shown = publicOrganisation(
      organisation({ contacts: [hidden], email: 'info@example.org' }),
    )
    expect(shown.privacyContact).toBe('info@example.org')
  })
})
