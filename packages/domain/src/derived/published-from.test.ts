import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Certainty, Source } from '../record.ts'
import { shippedReference } from '../reference/shipped.ts'
import { example, registerOf } from '../test-examples.ts'
import { arbitraryScene } from '../test-records.ts'
import { lookOver } from './look-over.ts'
import { publishedDifferences, publishedFrom } from './published-from.ts'

const source = (field: string, certainty: Certainty, row = ''): Source => ({
  rowId: `${field}${row}`,
  declared: {},
  field,
  row,
  document: null,
  lines: '',
  certainty,
  asOf: null,
})
const supplier = (sources: readonly Source[]) =>
  example('subProcessor', 'SP-0001', {
    name: 'A cloud',
    function: 'cloud service provider',
    service: 'hosting',
    status: 'active',
    seatCountry: 'US',
    locations: [
      { country: 'US', mechanism: 'standardClauses' },
      { country: 'IE' },
      { country: 'CA', mechanism: 'adequacy' },
    ],
    sources,
  })
const lookAt = (certainty: Certainty, approved?: ReadonlySet<string>) =>
  lookOver(
    registerOf({
      activity: [
        example('activity', 'PA-0001', {
          role: 'processor',
          subProcessors: [{ subProcessor: 'SP-0001', dataCategories: ['DC-0001'] }],
          sources: [source('', 'stated'), source('subProcessors', certainty, 'PA-0001.1')],
        }),
      ],
      dataCategory: [example('dataCategory', 'DC-0001', { name: 'Content' })],
    }),
    { today: '2026-11-24', reference: shippedReference, ...(approved ? { approved } : {}) },
  )

describe('what the public would read', () => {
  it('follows from approved activities alone once one was approved', () => {
    const stated = supplier([source('', 'stated')])
    const products = (approved?: ReadonlySet<string>) =>
      publishedFrom(stated, lookAt('stated', approved)).dataCategories.map(({ id }) => id)
    expect(products()).toEqual(['DC-0001'])
    expect(products(new Set(['PA-0001']))).toEqual(['DC-0001'])
    expect(products(new Set(['PA-0002']))).toEqual([])
    const { customerData } = publishedFrom(stated, lookAt('inferred', new Set(['PA-0001'])))
    expect(customerData).toBe('notStated')
  })

  it('keeps inferred facts and inferred links back', () => {
    const facts = publishedFrom(
      supplier([
        source('', 'inferred'),
        source('function', 'stated'),
        source('locations', 'entered', 'SP-0001.3'),
      ]),
      lookAt('inferred'),
    )
    expect(facts).toEqual({
      subProcessorId: 'SP-0001',
      name: 'A cloud',
      legalEntity: '',
      function: 'cloud service provider',
      service: '',
      dataCategories: [],
      dataSubjects: [],
      products: [],
      processingCountries: ['CA'],
      seatCountry: null,
      transferMechanisms: ['adequacy'],
      status: null,
      effectiveOn: null,
      endedOn: null,
      publicNote: '',
      customerData: 'notStated',
    })
  })
  it('tells the rest, each country and mechanism once and in a steady order', () => {
    expect(publishedFrom(supplier([source('', 'entered')]), lookAt('confirmed'))).toMatchObject({
      service: 'hosting',
      status: 'active',
      seatCountry: 'US',
      processingCountries: ['CA', 'IE', 'US'],
      transferMechanisms: ['adequacy', 'standardClauses'],
      dataCategories: [{ id: 'DC-0001', name: 'Content' }],
      customerData: 'yes',
    })
  })
})

describe('the differences to what is published', () => {
  const before = publishedFrom(supplier([source('', 'entered')]), lookAt('inferred'))
  const after = publishedFrom(
    { ...supplier([source('', 'entered')]), status: 'leaving', endedOn: '2027-01-31' },
    lookAt('confirmed'),
  )
  it('are named and told in the reader’s language', () => {
    expect(
      publishedDifferences(before, after, { language: 'fr' }).map(({ field, label, ...rest }) => ({
        field,
        label: label.fr,
        ...rest,
      })),
    ).toEqual([
      { field: 'dataCategories', label: 'Catégories de données', before: '', after: 'Content' },
      { field: 'status', label: 'État', before: 'actif', after: 'en départ' },
      { field: 'endedOn', label: 'Terminé le', before: '', after: '2027-01-31' },
      { field: 'customerData', label: 'Données des clients', before: '', after: 'oui' },
    ])
  })
  it('against nothing are all that would be stated', () => {
    const told = publishedDifferences(undefined, before, { language: 'en' })
    expect(told.map(({ field }) => field)).toEqual([
      'name',
      'function',
      'service',
      'processingCountries',
      'seatCountry',
      'transferMechanisms',
      'status',
    ])
    expect(told.every((each) => each.before === '' && each.after !== '')).toBe(true)
  })
  it('see a renamed category, and another of the same name', () => {
    const renamed = { ...after, dataCategories: [{ id: 'DC-0001', name: 'Contents' }] }
    const another = { ...after, dataCategories: [{ id: 'DC-0002', name: 'Content' }] }
    for (const changed of [renamed, another])
      expect(publishedDifferences(after, changed, { language: 'en' })).toHaveLength(1)
  })
  it('are none between a record and itself', () => {
    fc.assert(
      fc.property(arbitraryScene(), ({ register, look }) => {
        for (const record of register.subProcessor) {
          const facts = publishedFrom(record, look)
          const stored = JSON.parse(JSON.stringify(facts))
          expect(publishedDifferences(stored, facts, { language: 'en' })).toEqual([])
        }
      }),
      { numRuns: 30 },
    )
  })
})
