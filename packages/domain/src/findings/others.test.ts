import { describe, expect, it } from 'vitest'
import type { Certainty, Source } from '../record.ts'
import { example, type Some } from '../test-examples.ts'
import { foundOn, placed, told } from './test-judging.ts'

const none = { answer: 'none', reason: '' } as const
const source = (field: string, row: string, certainty: Certainty): Source => ({
  rowId: `${field}${row}`,
  declared: {},
  field,
  row,
  document: null,
  lines: '',
  certainty,
  asOf: null,
})

const organisations: Record<
  string,
  { does: Some<'organisation'>[]; doesNot: Some<'organisation'>[] }
> = {
  'organisation-without-name': { does: [{}], doesNot: [{ name: 'Acme' }] },
  'organisation-without-contact': {
    does: [{}, { country: 'CA' }],
    doesNot: [{ address: '1 Main St' }, { email: 'a@example.org' }],
  },
  'representative-not-stated': {
    does: [
      {},
      { contacts: [{ role: 'regional', name: 'x' }] },
      { contacts: [{ role: 'representative' }] },
    ],
    doesNot: [
      { representative: 'Rep Ltd' },
      { declared: { representative: none } },
      { contacts: [{ role: 'representative', email: 'a@example.org' }] },
    ],
  },
  'dpo-not-stated': {
    does: [{}, { contacts: [{ role: 'mailbox', email: 'a@example.org' }] }],
    doesNot: [
      { dpo: 'A person' },
      { declared: { dpo: none } },
      { contacts: [{ role: 'dpo', title: 'DPO' }] },
    ],
  },
  'declared-beside-value': {
    does: [
      { declared: { dpo: none }, dpo: 'A person' },
      { declared: { dpo: none }, contacts: [{ role: 'dpo', name: 'A person' }] },
    ],
    doesNot: [{ declared: { dpo: none }, contacts: [{ role: 'mailbox', name: 'x' }] }],
  },
}

describe.each(Object.entries(organisations))('%s', (rule, { does, doesNot }) => {
  it.each(does)('finds %j', (some) => {
    expect(told(foundOn('organisation', some), rule)).toHaveLength(1)
  })
  it.each(doesNot)('leaves %j', (some) => {
    expect(told(foundOn('organisation', some), rule)).toEqual([])
  })
})

describe('what no activity uses', () => {
  const activity = example('activity', 'PA-0001', {
    data: [{ dataCategory: 'DC-0001' }],
    dataSubjects: [{ dataSubject: 'DS-0001' }],
  })
  it('is found on categories and subjects', () => {
    expect(told(foundOn('dataCategory', {}), 'data-category-unused')).toHaveLength(1)
    expect(told(foundOn('dataSubject', {}), 'data-subject-unused')).toHaveLength(1)
  })
  it('is not found when a live activity uses them', () => {
    expect(foundOn('dataCategory', {}, { activity: [activity] })).toEqual([])
    expect(foundOn('dataSubject', {}, { activity: [activity] })).toEqual([])
  })
  it('is found when only an archived one does', () => {
    const archived = { ...activity, archivedAt: '2026-01-01T00:00:00.000Z' }
    expect(foundOn('dataCategory', {}, { activity: [archived] })).toHaveLength(1)
  })
})

describe('what is inferred', () => {
  const found = foundOn(
    'activity',
    {
      name: 'Hosting',
      subProcessors: [{ subProcessor: 'SP-0001' }],
      purposes: [{ purpose: 'Keep workspaces' }],
      sources: [
        source('', '', 'inferred'),
        source('role', '', 'inferred'),
        source('name', '', 'stated'),
        source('subProcessors', 'PA-0001.1', 'inferred'),
        source('purposes', 'PA-0001.1', 'inferred'),
        source('data', '', 'confirmed'),
      ],
    },
    { subProcessor: [example('subProcessor', 'SP-0001', { name: 'Azure' })] },
  )
  it('is one finding for each source, with its field and row', () => {
    expect(told(found, 'inferred-and-unconfirmed')).toEqual([
      'This record as a whole is inferred and unconfirmed.',
      'Our role: inferred and unconfirmed.',
      'Suppliers, Azure: inferred and unconfirmed.',
      'Purposes, Keep workspaces: inferred and unconfirmed.',
    ])
    expect(placed(found, 'inferred-and-unconfirmed')).toEqual([
      'Art. 5(2)',
      'role Art. 30(1)(a)',
      'subProcessors PA-0001.1 Art. 28, Art. 30(1)(d)',
      'purposes PA-0001.1 Art. 30(1)(b)',
    ])
  })
})

describe('open questions', () => {
  const found = foundOn('document', {
    openQuestions: [
      { rowId: 'DOC-0001.1', question: 'Which edition?', provision: 'Art. 13' },
      { rowId: 'DOC-0001.2', question: 'Which language?', answer: 'English' },
      { rowId: 'DOC-0001.3', question: '' },
    ].map((row) => ({
      declared: {},
      provision: '',
      lines: '',
      answer: '',
      answeredBy: '',
      answeredOn: null,
      ...row,
    })),
  })
  it('are found until they are answered', () => {
    expect(told(found, 'open-question')).toEqual(['Open question: Which edition?'])
    expect(placed(found, 'open-question')).toEqual(['openQuestions DOC-0001.1 Art. 13'])
  })
})

it('nouns without a rule of their own have none', () => {
  for (const noun of ['party', 'measure', 'product', 'document'] as const)
    expect(foundOn(noun, {})).toEqual([])
})
