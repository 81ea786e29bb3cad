import { describe, expect, it } from 'vitest'
import type { LinkedActivity } from '../look.ts'
import type { RecordOfNoun } from '../nouns.ts'
import type { Certainty, Source } from '../record.ts'
import { shippedReference } from '../reference/shipped.ts'
import { example, registerOf } from '../test-examples.ts'
import { engagedAs } from './engagement.ts'
import { lookOver } from './look-over.ts'
import { touchedBy } from './touched.ts'
import { transfersOf } from './transfers.ts'

type Activity = RecordOfNoun<'activity'>
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
const activity = (
  id: string,
  role: Activity['role'],
  some: { sources?: readonly Source[]; archivedAt?: string } = {},
) =>
  example('activity', id, {
    role,
    sources: [source('', '', 'stated')],
    subProcessors: [{ subProcessor: 'SP-0001', dataCategories: ['DC-0010', 'DC-0002'] }],
    dataSubjects: [{ dataSubject: 'DS-0001' }, { dataSubject: null }],
    products: [{ product: 'PR-0001' }],
    ...some,
  })
const lookAt = (activities: readonly Activity[], suppliers: RecordOfNoun<'subProcessor'>[] = []) =>
  lookOver(registerOf({ activity: activities, subProcessor: suppliers }), {
    today: '2026-11-24',
    reference: shippedReference,
  })

describe('what a supplier is in a link', () => {
  it.each([
    ['controller', 'processor'],
    ['jointController', 'processor'],
    ['processor', 'subProcessor'],
    ['toConfirm', 'toConfirm'],
    [null, 'toConfirm'],
  ] as const)('as %s: %s', (role, engagement) => {
    expect(engagedAs(role)).toBe(engagement)
  })
})

describe('what a supplier touches', () => {
  it('comes from every live link, without repetition, sorted by number', () => {
    const look = lookAt([
      activity('PA-0010', 'controller'),
      activity('PA-0002', 'processor'),
      activity('PA-0003', 'processor', { archivedAt: '2026-01-01T00:00:00.000Z' }),
    ])
    expect(touchedBy('SP-0001', look)).toEqual({
      activities: ['PA-0002', 'PA-0010'],
      dataCategories: ['DC-0002', 'DC-0010'],
      dataSubjects: ['DS-0001'],
      products: ['PR-0001'],
      engagedAs: ['subProcessor', 'processor'],
      customerData: 'yes',
    })
  })
  it.each([
    [['controller', 'processor', null], 'yes'],
    [['controller', 'toConfirm'], 'toConfirm'],
    [['controller', 'jointController'], 'no'],
    [[], 'notStated'],
  ] as const)('of links as %j customers’ data: %s', (roles, expected) => {
    const look = lookAt(roles.map((role, index) => activity(`PA-000${index + 1}`, role)))
    expect(touchedBy('SP-0001', look).customerData).toBe(expected)
  })
  it.each([
    ['stated', ['PA-0001']],
    ['confirmed', ['PA-0001']],
    ['inferred', []],
    ['entered', []],
  ] as const)('for the public counts a link that is %s: %j', (certainty, expected) => {
    const one = activity('PA-0001', 'processor', {
      sources: [source('', '', 'stated'), source('subProcessors', 'PA-0001.1', certainty)],
    })
    expect(touchedBy('SP-0001', lookAt([one]), 'assured').activities).toEqual(expected)
    expect(touchedBy('SP-0001', lookAt([one])).activities).toEqual(['PA-0001'])
  })
  it('for the public leaves out inferred data subjects and an inferred role', () => {
    const one = activity('PA-0001', 'processor', {
      sources: [
        source('', '', 'stated'),
        source('role', '', 'inferred'),
        source('dataSubjects', 'PA-0001.1', 'inferred'),
      ],
    })
    expect(touchedBy('SP-0001', lookAt([one]), 'assured')).toMatchObject({
      dataSubjects: [],
      products: ['PR-0001'],
      customerData: 'toConfirm',
    })
  })
})

describe('the transfers of an activity', () => {
  const azure = example('subProcessor', 'SP-0001', {
    name: 'Azure',
    legalEntity: 'Azure Ltd',
    locations: [
      { country: 'IE' },
      { country: 'US', mechanism: 'standardClauses', clauseModules: ['three'] },
      { country: null, region: 'somewhere' },
    ],
  })
  it('are its own rows and the locations of its suppliers outside the EEA', () => {
    const one: LinkedActivity & Pick<Activity, 'transfers'> = {
      ...activity('PA-0001', 'processor'),
      transfers: example('activity', 'PA-0009', {
        transfers: [{ importer: 'An affiliate', country: 'IN' }],
      }).transfers,
    }
    expect(transfersOf(one, lookAt([], [azure]))).toMatchObject([
      { importer: 'An affiliate', country: 'IN', derivedFrom: null, rowId: 'PA-0009.1' },
      {
        importer: 'Azure Ltd',
        country: 'US',
        mechanism: 'standardClauses',
        clauseModules: ['three'],
        derivedFrom: 'SP-0001',
        rowId: 'SP-0001.2',
      },
    ])
  })
  it('count a supplier once, however many rows link to it, and none that is archived', () => {
    const twice = example('activity', 'PA-0001', {
      subProcessors: [{ subProcessor: 'SP-0001' }, { subProcessor: 'SP-0001' }],
    })
    const archived = { ...azure, archivedAt: '2026-01-01T00:00:00.000Z' }
    expect(transfersOf(twice, lookAt([], [azure]))).toHaveLength(1)
    expect(transfersOf(twice, lookAt([], [archived]))).toHaveLength(0)
  })
  it('for the public follow assured links only', () => {
    const inferred = activity('PA-0001', 'processor', {
      sources: [source('subProcessors', 'PA-0001.1', 'inferred')],
    })
    expect(transfersOf(inferred, lookAt([], [azure]), 'assured')).toEqual([])
  })
})
