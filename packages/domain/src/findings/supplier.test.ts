import { describe, expect, it } from 'vitest'
import { lookOver } from '../derived/look-over.ts'
import { publishedFrom } from '../derived/published-from.ts'
import { shippedReference } from '../reference/shipped.ts'
import { example, registerOf, type Some } from '../test-examples.ts'
import { foundOn, placed, today, told } from './test-judging.ts'

type Supplier = Some<'subProcessor'>
type Role = 'controller' | 'processor' | 'toConfirm'
const linked = (...roles: Role[]) =>
  roles.map((role, index) =>
    example('activity', `PA-000${index + 1}`, {
      role,
      organisation: 'ORG-0001',
      subProcessors: [{ subProcessor: 'SP-0001' }],
    }),
  )
const publishedAs = (some: Supplier, roles: Role[] = []) =>
  publishedFrom(
    example('subProcessor', 'SP-0001', some),
    lookOver(registerOf({ activity: linked(...roles) }), { today, reference: shippedReference }),
  )
type Example = { some: Supplier; roles?: Role[]; published?: Supplier }
const on = ({ some, roles = [], published }: Example) =>
  foundOn('subProcessor', some, {
    activity: linked(...roles),
    organisation: [example('organisation', 'ORG-0001', { country: 'CA' })],
    published: published ? [publishedAs(published, roles)] : [],
  })
const clauses = (country: string, ...clauseModules: ('one' | 'two' | 'three')[]): Supplier => ({
  locations: [{ country, mechanism: 'standardClauses', clauseModules }],
})

const examples: Record<string, { does: Example[]; doesNot: Example[] }> = {
  'supplier-without-location': {
    does: [{ some: {} }, { some: { locations: [{ region: 'west' }] } }],
    doesNot: [{ some: { locations: [{ country: 'FR' }] } }],
  },
  'third-country-without-mechanism': {
    does: [{ some: { locations: [{ country: 'US' }] } }],
    doesNot: [
      { some: { locations: [{ country: 'FR' }, {}] } },
      { some: { locations: [{ country: 'US', mechanism: 'bindingCorporateRules' }] } },
    ],
  },
  'adequacy-without-decision': {
    does: [
      { some: { locations: [{ country: 'IN', mechanism: 'adequacy' }] } },
      {
        some: {
          locations: [{ country: 'US', mechanism: 'adequacy', frameworkStatus: 'inactive' }],
        },
      },
    ],
    doesNot: [
      { some: { locations: [{ country: 'US', mechanism: 'adequacy' }] } },
      { some: { locations: [{ country: 'IN', mechanism: 'standardClauses' }] } },
    ],
  },
  'clause-module-missing': {
    does: [
      { some: clauses('US', 'three'), roles: ['controller'] },
      { some: clauses('US', 'two'), roles: ['processor'] },
      { some: clauses('US', 'three'), roles: ['processor', 'controller'] },
      { some: clauses('US', 'one'), roles: ['toConfirm'] },
      { some: clauses('US'), roles: ['controller'] },
    ],
    doesNot: [
      { some: clauses('US', 'two'), roles: ['controller', 'toConfirm'] },
      { some: clauses('US', 'two', 'three'), roles: ['processor', 'controller'] },
      { some: clauses('US', 'two'), roles: ['toConfirm'] },
      { some: clauses('FR', 'one'), roles: ['controller'] },
      { some: clauses('US', 'one') },
      { some: { locations: [{ country: 'CA', mechanism: 'adequacy' }] }, roles: ['controller'] },
    ],
  },
  'quebec-assessment-missing': {
    does: [{ some: { locations: [{ country: 'FR' }] }, roles: ['controller'] }],
    doesNot: [
      { some: { locations: [{ country: 'FR' }] } },
      { some: { locations: [{ country: 'CA', subdivision: 'CA-QC' }] }, roles: ['controller'] },
    ],
  },
  'supplier-without-contract': {
    does: [
      { some: {} },
      { some: { contractStatus: 'none' } },
      { some: { contractStatus: 'draft' } },
      { some: { contractStatus: 'sent', contractExpiresOn: '2020-01-01' } },
    ],
    doesNot: [
      { some: { contractStatus: 'signed' } },
      { some: { contractStatus: 'expired' } },
      { some: { status: 'former' } },
    ],
  },
  'contract-expired': {
    does: [
      { some: { contractStatus: 'expired' } },
      { some: { contractStatus: 'signed', contractExpiresOn: '2026-11-23' } },
    ],
    doesNot: [
      { some: { contractStatus: 'signed', contractExpiresOn: '2026-11-24' } },
      { some: { contractExpiresOn: '2020-01-01' } },
      { some: { status: 'former', contractStatus: 'expired' } },
    ],
  },
  'sub-processor-not-published': {
    does: [
      { some: {}, roles: ['processor'] },
      { some: {}, roles: ['controller', 'toConfirm'] },
    ],
    doesNot: [
      { some: {} },
      { some: {}, roles: ['controller'] },
      { some: {}, roles: ['processor'], published: {} },
    ],
  },
  'published-facts-differ': {
    does: [{ some: { function: 'hosting' }, published: { function: 'storage' } }],
    doesNot: [
      { some: { function: 'hosting' } },
      { some: { function: 'hosting' }, published: { function: 'hosting' } },
      { some: { tier: 'high' }, published: {} },
    ],
  },
  'published-only-as-processor': {
    does: [{ some: {}, roles: ['controller'], published: {} }],
    doesNot: [
      { some: {}, roles: ['controller'] },
      { some: {}, published: {} },
      { some: {}, roles: ['controller', 'processor'], published: {} },
      { some: {}, roles: ['controller', 'toConfirm'], published: {} },
    ],
  },
  'review-overdue': {
    does: [{ some: { nextReviewOn: '2026-11-23' } }],
    doesNot: [{ some: { nextReviewOn: '2026-11-24' } }],
  },
  'declared-beside-value': {
    does: [
      {
        some: {
          declared: { parent: { answer: 'none', reason: '' } },
          parent: 'SP-0002',
        },
      },
    ],
    doesNot: [{ some: { declared: { parent: { answer: 'none', reason: '' } } } }],
  },
}

describe.each(Object.entries(examples))('%s', (rule, { does, doesNot }) => {
  it.each(does)('finds %j', (each) => {
    expect(told(on(each), rule)).not.toEqual([])
  })
  it.each(doesNot)('leaves %j', (each) => {
    expect(told(on(each), rule)).toEqual([])
  })
})

describe('a finding on a supplier', () => {
  it('names the row and what is missing in it', () => {
    const found = on({
      some: {
        name: 'A cloud',
        locations: [{ country: 'FR' }, { country: 'US', mechanism: 'standardClauses' }],
      },
      roles: ['processor'],
    })
    expect(placed(found, 'clause-module-missing')).toEqual(['locations SP-0001.2 Art. 46(2)(c)'])
    expect(told(found, 'clause-module-missing')).toEqual([
      'The standard clauses for United States need module 3, processor to processor, and that module is not among those stated.',
    ])
  })
  it('names several missing modules in the plural', () => {
    const found = on({
      some: { locations: [{ country: 'US', mechanism: 'standardClauses' }] },
      roles: ['controller', 'processor'],
    })
    expect(told(found, 'clause-module-missing')).toEqual([
      'The standard clauses for United States need module 2, controller to processor and module 3, processor to processor, and those modules are not among those stated.',
    ])
  })
  it('names the facts that the public reads otherwise', () => {
    const found = on({
      some: { name: 'A cloud', service: 'x', status: 'active' },
      published: { name: 'A cloud' },
    })
    expect(told(found, 'published-facts-differ')).toEqual([
      'What the public reads about A cloud differs from the register: Service used and Status.',
    ])
  })
})
