import { describe, expect, it } from 'vitest'
import type { Some } from '../test-examples.ts'
import { example } from '../test-examples.ts'
import { foundOn, placed, told } from './test-judging.ts'

type Activity = Some<'activity'>
const none = { answer: 'none', reason: '' } as const
const notApplicable = { answer: 'notApplicable', reason: '' } as const

const world = {
  organisation: [example('organisation', 'ORG-0001', { name: 'Acme', country: 'CA' })],
  dataCategory: [
    example('dataCategory', 'DC-0001', { name: 'Log data' }),
    example('dataCategory', 'DC-0002', {
      name: 'Health notes',
      specialKinds: ['health', 'genetic'],
    }),
    example('dataCategory', 'DC-0003', { name: 'Records', criminal: true }),
  ],
  party: [
    example('party', 'PT-0001', { name: 'Customers', aClass: true }),
    example('party', 'PT-0002', { name: 'One customer', contactEmail: 'a@example.org' }),
    example('party', 'PT-0003', { name: 'A partner', country: 'IN' }),
  ],
  subProcessor: [
    example('subProcessor', 'SP-0001', { name: 'Placed', locations: [{ country: 'IN' }] }),
    example('subProcessor', 'SP-0002', { name: 'Unplaced', locations: [{ region: 'west' }] }),
    example('subProcessor', 'SP-0003', { name: 'Inside', locations: [{ country: 'FR' }] }),
  ],
}
const on = (some: Activity) => foundOn('activity', some, world)
const controller = { role: 'controller' } as const
const processor = { role: 'processor' } as const

/** For each rule: activities on which it finds something, and activities on which it does not. */
const examples: Record<string, { does: Activity[]; doesNot: Activity[] }> = {
  'organisation-not-named': {
    does: [controller, processor, {}],
    doesNot: [{ organisation: 'ORG-0001' }],
  },
  'role-to-confirm': {
    does: [{}, { role: 'toConfirm' }],
    doesNot: [controller, processor, { role: 'jointController' }],
  },
  'joint-controller-not-named': {
    does: [{ role: 'jointController' }, { role: 'jointController', jointControllers: [{}] }],
    doesNot: [
      controller,
      { role: 'jointController', jointControllers: [{ party: 'PT-0002' }] },
      { role: 'jointController', declared: { jointControllers: notApplicable } },
    ],
  },
  'joint-controllers-without-arrangement': {
    does: [{ jointControllers: [{ party: 'PT-0002' }] }],
    doesNot: [{ jointControllers: [{ party: 'PT-0002', arrangement: { text: 'Annex 1' } }] }, {}],
  },
  'controllers-not-named': {
    does: [processor, {}, { role: 'processor', controllersServed: [{ note: 'someone' }] }],
    doesNot: [controller, { role: 'processor', controllersServed: [{ party: 'PT-0002' }] }],
  },
  'controller-is-a-class': {
    does: [{ role: 'processor', controllersServed: [{ party: 'PT-0001' }] }],
    doesNot: [
      { role: 'controller', controllersServed: [{ party: 'PT-0001' }] },
      { role: 'processor', controllersServed: [{ party: 'PT-0002' }] },
    ],
  },
  'controller-without-contact': {
    does: [{ role: 'processor', controllersServed: [{ party: 'PT-0003' }] }],
    doesNot: [
      { role: 'processor', controllersServed: [{ party: 'PT-0002' }] },
      { role: 'processor', controllersServed: [{ party: 'PT-0001' }] },
    ],
  },
  'processing-categories-not-stated': {
    does: [{ role: 'processor', controllersServed: [{ party: 'PT-0001' }] }],
    doesNot: [
      { role: 'processor', controllersServed: [{ processingCategories: ['store'] }] },
      { role: 'controller', controllersServed: [{ party: 'PT-0001' }] },
      processor,
    ],
  },
  'purposes-not-stated': {
    does: [
      controller,
      {},
      { role: 'controller', purposes: [{ legalBasis: 'consent' }] },
      { role: 'controller', declared: { purposes: none } },
      { role: 'toConfirm', declared: { purposes: notApplicable } },
    ],
    doesNot: [processor, { role: 'controller', purposes: [{ purpose: 'Billing' }] }],
  },
  'purpose-without-legal-basis': {
    does: [{ role: 'controller', purposes: [{ purpose: 'Billing' }] }],
    doesNot: [
      { role: 'processor', purposes: [{ purpose: 'Billing' }] },
      { role: 'controller', purposes: [{ purpose: 'Billing', legalBasis: 'contract' }] },
    ],
  },
  'legitimate-interest-not-named': {
    does: [{ role: 'toConfirm', purposes: [{ legalBasis: 'legitimateInterests' }] }],
    doesNot: [
      { purposes: [{ legalBasis: 'legitimateInterests', legitimateInterest: 'security' }] },
      { role: 'controller', purposes: [{ legalBasis: 'consent' }] },
      { role: 'processor', purposes: [{ legalBasis: 'legitimateInterests' }] },
    ],
  },
  'interest-without-assessment': {
    does: [{ purposes: [{ legalBasis: 'legitimateInterests', legitimateInterest: 'security' }] }],
    doesNot: [
      { purposes: [{ legalBasis: 'legitimateInterests', assessment: { text: 'LIA 1' } }] },
      { purposes: [{ legalBasis: 'contract' }] },
    ],
  },
  'law-not-cited': {
    does: [
      { purposes: [{ legalBasis: 'legalObligation' }] },
      { role: 'controller', purposes: [{ legalBasis: 'publicTask' }] },
    ],
    doesNot: [
      { purposes: [{ legalBasis: 'legalObligation', lawCited: 'Tax code' }] },
      { purposes: [{ legalBasis: 'contract' }] },
      { role: 'processor', purposes: [{ legalBasis: 'publicTask' }] },
    ],
  },
  'data-subjects-not-stated': {
    does: [controller, { role: 'controller', dataSubjects: [{ note: 'x' }] }],
    doesNot: [processor, { role: 'controller', dataSubjects: [{ dataSubject: 'DS-0001' }] }],
  },
  'data-categories-not-stated': {
    does: [controller, {}],
    doesNot: [processor, { role: 'controller', data: [{ dataCategory: 'DC-0001' }] }],
  },
  'special-category-without-condition': {
    does: [{ role: 'controller', data: [{ dataCategory: 'DC-0002' }] }],
    doesNot: [
      { data: [{ dataCategory: 'DC-0002', specialCondition: 'explicitConsent' }] },
      { data: [{ dataCategory: 'DC-0001' }] },
      { role: 'processor', data: [{ dataCategory: 'DC-0002' }] },
    ],
  },
  'criminal-data-without-authorisation': {
    does: [{ data: [{ dataCategory: 'DC-0003' }] }],
    doesNot: [
      { data: [{ dataCategory: 'DC-0003', criminalAuthorisation: 'Act 1' }] },
      { role: 'processor', data: [{ dataCategory: 'DC-0003' }] },
    ],
  },
  'retention-not-stated': {
    does: [
      { data: [{ dataCategory: 'DC-0001' }] },
      { role: 'controller', data: [{ dataCategory: 'DC-0001', period: 3 }] },
    ],
    doesNot: [
      controller,
      { data: [{ period: 3, unit: 'years' }] },
      { data: [{ criteria: 'as long as necessary' }] },
      { role: 'processor', data: [{ dataCategory: 'DC-0001' }] },
    ],
  },
  'retention-criterion-unverifiable': {
    does: [{ role: 'controller', data: [{ criteria: 'as long as necessary' }] }],
    doesNot: [
      { data: [{ criteria: 'as long as necessary', trigger: 'end of contract' }] },
      { data: [{ criteria: 'as long as necessary', period: 3, unit: 'years' }] },
      { data: [{}] },
    ],
  },
  'recipients-not-stated': {
    does: [controller, { subProcessors: [{ functionHere: 'hosting' }] }],
    doesNot: [
      processor,
      { recipients: [{ party: 'PT-0002' }] },
      { subProcessors: [{ subProcessor: 'SP-0001' }] },
      { declared: { recipients: none } },
      { declared: { subProcessors: notApplicable } },
    ],
  },
  'transfers-not-stated': {
    does: [
      controller,
      processor,
      { subProcessors: [{ subProcessor: 'SP-0002' }] },
      { subProcessors: [{ subProcessor: 'SP-0003' }] },
      { subProcessors: [{ subProcessor: 'SP-0001' }, { subProcessor: 'SP-0002' }] },
      { transfers: [{ importer: 'x' }], subProcessors: [{ subProcessor: 'SP-0002' }] },
      { transfers: [{}] },
    ],
    doesNot: [
      { declared: { transfers: none } },
      { declared: { transfers: notApplicable }, subProcessors: [{ subProcessor: 'SP-0002' }] },
      { transfers: [{ importer: 'European Patent Organisation' }] },
      { subProcessors: [{ subProcessor: 'SP-0001' }, { subProcessor: 'SP-0003' }] },
    ],
  },
  'third-country-without-mechanism': {
    does: [{ transfers: [{ country: 'US' }] }],
    doesNot: [
      { transfers: [{ country: 'NO' }, { importer: 'unknown' }] },
      { transfers: [{ country: 'US', mechanism: 'ukAddendum' }] },
    ],
  },
  'adequacy-without-decision': {
    does: [{ transfers: [{ country: 'IN', mechanism: 'adequacy' }] }],
    doesNot: [
      { transfers: [{ country: 'CA', mechanism: 'adequacy' }] },
      { transfers: [{ country: 'DE', mechanism: 'adequacy' }] },
      { transfers: [{ country: 'GB', mechanism: 'swissGuarantee' }] },
    ],
  },
  'quebec-assessment-missing': {
    does: [
      { organisation: 'ORG-0001', transfers: [{ country: 'FR' }] },
      { organisation: 'ORG-0001', transfers: [{ country: 'CA', subdivision: 'CA-ON' }] },
      { organisation: 'ORG-0001', transfers: [{ country: 'CA' }] },
    ],
    doesNot: [
      { transfers: [{ country: 'FR' }] },
      { organisation: 'ORG-0001', transfers: [{ importer: 'unknown' }] },
      { organisation: 'ORG-0001', transfers: [{ country: 'CA', subdivision: 'CA-QC' }] },
      {
        organisation: 'ORG-0001',
        transfers: [{ country: 'FR', quebecAssessment: { text: 'PIA 1' } }],
      },
    ],
  },
  'storage-abroad-without-transfer': {
    does: [
      { storageCountries: ['US'] },
      { storageCountries: ['US'], transfers: [{ country: 'IN' }] },
    ],
    doesNot: [
      { storageCountries: ['FR', 'IS'] },
      { storageCountries: ['US'], transfers: [{ country: 'US' }] },
      { storageCountries: ['IN'], subProcessors: [{ subProcessor: 'SP-0001' }] },
    ],
  },
  'recipient-abroad-without-transfer': {
    does: [{ recipients: [{ party: 'PT-0003' }] }],
    doesNot: [
      { recipients: [{ party: 'PT-0002' }] },
      { recipients: [{ party: 'PT-0003' }], subProcessors: [{ subProcessor: 'SP-0001' }] },
    ],
  },
  'measures-not-stated': {
    does: [controller, processor, { measures: [{}] }],
    doesNot: [{ measures: [{ measure: 'SM-0001' }] }, { measures: [{ note: 'a safe' }] }],
  },
  'impact-assessment-undecided': {
    does: [
      { dpiaCriteria: ['monitoring', 'vulnerable'] },
      { dpiaCriteria: ['monitoring', 'vulnerable'], dpiaNeed: 'undecided' },
    ],
    doesNot: [
      { dpiaCriteria: ['monitoring'] },
      { dpiaCriteria: ['monitoring', 'vulnerable'], dpiaNeed: 'notRequired' },
    ],
  },
  'review-overdue': {
    does: [{ nextReviewOn: '2026-11-23' }],
    doesNot: [{ nextReviewOn: '2026-11-24' }, {}],
  },
  'declared-beside-value': {
    does: [
      { declared: { recipients: none }, recipients: [{}] },
      { declared: { transfers: none }, subProcessors: [{ subProcessor: 'SP-0001' }] },
      { purposes: [{ declared: { legalBasis: notApplicable }, legalBasis: 'consent' }] },
    ],
    doesNot: [
      { declared: { recipients: none } },
      { declared: { transfers: none }, subProcessors: [{ subProcessor: 'SP-0003' }] },
      { purposes: [{ declared: { legalBasis: notApplicable } }] },
    ],
  },
}

describe.each(Object.entries(examples))('%s', (rule, { does, doesNot }) => {
  it.each(does)('finds %j', (some) => {
    expect(told(on(some), rule)).not.toEqual([])
  })
  it.each(doesNot)('leaves %j', (some) => {
    expect(told(on(some), rule)).toEqual([])
  })
  it('is silent on an archived record', () => {
    for (const some of does)
      expect(on({ ...some, archivedAt: '2026-01-01T00:00:00.000Z' })).toEqual([])
  })
})

describe('a finding', () => {
  it('says what is missing, where, and under which provision', () => {
    const found = on({
      role: 'toConfirm',
      subProcessors: [{ subProcessor: 'SP-0001' }, { subProcessor: 'SP-0002' }],
      data: [{ dataCategory: 'DC-0001' }, { dataCategory: 'DC-0002', criteria: 'as needed' }],
    })
    expect(told(found, 'transfers-not-stated')).toEqual([
      'Transfers outside the EEA stay open: no location is stated for Unplaced.',
    ])
    expect(placed(found, 'transfers-not-stated')).toEqual(['transfers Art. 30(1)(e), 30(2)(c)'])
    expect(told(found, 'retention-criterion-unverifiable')).toEqual([
      'The policy gives a criterion nobody can check for Health notes: no period or event is stated.',
    ])
    expect(placed(found, 'retention-criterion-unverifiable')).toEqual([
      'data PA-0001.2 Art. 30(1)(f), 5(1)(e)',
    ])
    expect(told(found, 'special-category-without-condition')).toEqual([
      'Health notes holds special categories of data (health and genetic data), and no condition of Art. 9(2) is stated.',
    ])
  })
  it('of a shared item names the list that the role is judged by', () => {
    expect(placed(on(controller), 'measures-not-stated')).toEqual(['measures Art. 30(1)(g)'])
    expect(placed(on(processor), 'measures-not-stated')).toEqual(['measures Art. 30(2)(d)'])
  })
  it('is judged on stopped activities too', () => {
    expect(on({ ...controller, lifecycle: 'stopped' })).toEqual(on(controller))
  })
})
