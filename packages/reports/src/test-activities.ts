import type { Activity } from '@ropewalk/domain/activity/activity.ts'
import { example } from '@ropewalk/domain/test-examples.ts'

/** Activities in every role, full, half full and empty. */
export const testActivities: readonly Activity[] = [
  example('activity', 'PA-0001', {
    name: '=HYPERLINK("http://x","y")',
    description: 'Everything is stated here.',
    businessFunction: 'Sales, Europe',
    owner: { person: 'U-1' },
    products: [{ product: 'PR-0001' }, { product: 'PR-0002' }],
    role: 'controller',
    organisation: 'ORG-0001',
    lifecycle: 'ongoing',
    purposes: [
      {
        purpose: 'Billing | dunning',
        legalBasis: 'legitimateInterests',
        legitimateInterest: 'being paid',
        assessment: { document: 'DOC-0001' },
      },
      { purpose: 'Tax', legalBasis: 'legalObligation', lawCited: 'Tax Act, s. 230' },
      { purpose: '', legalBasis: null, consentRecord: { text: '@consents' } },
    ],
    dataSubjects: [{ dataSubject: 'DS-0001' }, { dataSubject: 'DS-0002' }],
    data: [
      {
        dataCategory: 'DC-0001',
        elements: ['name'],
        period: 6,
        unit: 'months',
        trigger: 'the end of the contract',
        deletionMethod: 'erased',
      },
      {
        dataCategory: 'DC-0002',
        criteria: 'as long as needed',
        specialCondition: 'employment',
      },
      { dataCategory: 'DC-0001', elements: ['e-mail | alias'], period: 1, unit: 'years' },
      { dataCategory: null, trigger: 'a request' },
    ],
    dataSources: ['person', 'directory'],
    dataSourcesNote: 'Typed in a form',
    recipients: [
      { party: 'PT-0002', whatFor: 'Delivery', legalBasis: 'contract' },
      { party: null, whatFor: '' },
      { party: null, whatFor: 'Printing' },
    ],
    subProcessors: [
      { subProcessor: 'SP-0001', functionHere: 'Hosting', dataCategories: ['DC-0001', 'DC-0002'] },
      { subProcessor: 'SP-0002' },
      { subProcessor: 'SP-0001', functionHere: 'Backup', dataCategories: ['DC-0001'] },
    ],
    transfers: [
      {
        importer: 'Harbour',
        country: 'GB',
        mechanism: 'adequacy',
        document: { text: 'Decision (EU) 2021/1772' },
      },
      { importer: '', country: 'BR', clauseModules: ['one', 'two'] },
      { importer: 'Within', country: 'FR' },
    ],
    systems: ['CRM', 'ERP | ledger'],
    storageCountries: ['DE', 'CA'],
    measures: [
      { measure: 'SM-0001' },
      { measure: 'SM-0002', note: 'yearly' },
      { note: 'A locked room' },
    ],
    automatedDecisions: 'none',
    dpiaNeed: 'required',
    dpiaStatus: 'done',
    dpiaOn: '2025-02-03',
    dpiaReference: { document: 'DOC-0001' },
    nextReviewOn: '2026-01-31',
    version: 12,
    updatedAt: '2026-02-28T23:59:59.999Z',
    declared: { jointControllers: { answer: 'none', reason: '' } },
    sources: [
      { document: 'DOC-0001', lines: 'L52 L100', certainty: 'stated' },
      { field: 'purposes', document: 'DOC-0001', lines: 'L52 L100', certainty: 'stated' },
      { field: 'role', certainty: 'entered', asOf: '2026-01-01' },
      { field: 'subProcessors', document: 'DOC-0001', lines: 'L3', certainty: 'inferred' },
    ],
  }),
  example('activity', 'PA-0002', {
    name: 'Hosting for customers',
    owner: { text: '-Ops' },
    role: 'processor',
    organisation: 'ORG-0001',
    lifecycle: 'stopped',
    controllersServed: [
      {
        party: 'PT-0001',
        processingCategories: ['store', 'erase'],
        note: 'on instruction',
        contract: { url: 'https://example.org/dpa' },
      },
      { party: 'PT-0002', contract: { document: 'DOC-0001' } },
      { party: null },
    ],
    purposes: [
      {
        purpose: 'Hosting',
        declared: {
          legalBasis: { answer: 'notApplicable', reason: 'The customer decides.' },
          legitimateInterest: { answer: 'notApplicable', reason: '' },
        },
      },
    ],
    data: [{ dataCategory: 'DC-0001', period: 90, unit: null }, { dataCategory: 'DC-0001' }],
    subProcessors: [{ subProcessor: 'SP-0001', dataCategories: ['DC-0001'] }],
    declared: {
      dataSubjects: { answer: 'notApplicable', reason: '' },
      recipients: { answer: 'none', reason: '' },
    },
  }),
  example('activity', 'PA-0003', {
    name: 'Analytics',
    role: 'toConfirm',
    purposes: [
      {
        purpose: 'Statistics',
        // Not an answer here: legal basis is not applicable only where we are processor.
        declared: { legalBasis: { answer: 'notApplicable', reason: '' } },
      },
    ],
    data: [{ dataCategory: 'DC-0001' }],
    subProcessors: [{ subProcessor: 'SP-0003' }],
    sources: [{ certainty: 'inferred' }],
  }),
  example('activity', 'PA-0004', {
    name: '',
    declared: {
      transfers: { answer: 'none', reason: '' },
      subProcessors: { answer: 'notApplicable', reason: '' },
    },
  }),
  example('activity', 'PA-0005', {
    name: 'Joint research',
    role: 'jointController',
    jointControllers: [{ party: 'PT-0002', arrangement: { text: 'Agreement' } }],
    declared: { transfers: { answer: 'none', reason: '' } },
  }),
]
