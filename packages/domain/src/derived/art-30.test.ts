import { describe, expect, it } from 'vitest'
import { shippedReference } from '../reference/shipped.ts'
import { example, registerOf, type Some } from '../test-examples.ts'
import { answeredItems } from './art-30.ts'
import { lookOver } from './look-over.ts'

const look = lookOver(
  registerOf({
    organisation: [
      example('organisation', 'ORG-0001', { name: 'Acme', email: 'a@example.org' }),
      example('organisation', 'ORG-0002', { name: 'Acme' }),
    ],
    party: [
      example('party', 'PT-0001', { aClass: true }),
      example('party', 'PT-0002', { contact: '1 Main St' }),
    ],
    subProcessor: [example('subProcessor', 'SP-0001')],
  }),
  { today: '2026-11-24', reference: shippedReference },
)
const answers = (some: Some<'activity'>) =>
  Object.fromEntries(
    answeredItems(example('activity', 'PA-0001', some), look).map(({ item, answer }) => [
      item,
      answer,
    ]),
  )
const none = { answer: 'none', reason: '' } as const

describe('what an activity answers of Art. 30', () => {
  it.each([
    ['30(1)(a)', { organisation: 'ORG-0001' }, 'answered'],
    ['30(1)(a)', { organisation: 'ORG-0002' }, 'inPart'],
    ['30(1)(a)', {}, 'open'],
    ['30(1)(b)', { purposes: [{ purpose: 'Billing' }] }, 'answered'],
    ['30(1)(b)', { purposes: [{}] }, 'open'],
    ['30(1)(c)', { dataSubjects: [{ dataSubject: 'DS-0001' }] }, 'inPart'],
    ['30(1)(d)', { subProcessors: [{ subProcessor: 'SP-0001' }] }, 'answered'],
    ['30(1)(d)', { declared: { recipients: none } }, 'answered'],
    ['30(1)(e)', { transfers: [{ country: 'IN' }] }, 'answered'],
    ['30(1)(e)', { subProcessors: [{ subProcessor: 'SP-0001' }] }, 'open'],
    ['30(1)(f)', { data: [{ period: 3, unit: 'years' }] }, 'answered'],
    ['30(1)(f)', { data: [{ period: 3, unit: 'years' }, {}] }, 'inPart'],
    ['30(1)(f)', { data: [{ criteria: 'as needed' }] }, 'inPart'],
    ['30(1)(f)', { data: [{}] }, 'open'],
    ['30(1)(f)', {}, 'open'],
    ['30(2)(a)', { controllersServed: [{ party: 'PT-0002' }] }, 'answered'],
    ['30(2)(a)', { controllersServed: [{ party: 'PT-0001' }] }, 'inPart'],
    ['30(2)(a)', {}, 'open'],
    ['30(2)(b)', { controllersServed: [{ processingCategories: ['store'] }, {}] }, 'inPart'],
    ['30(2)(d)', { measures: [{ measure: 'SM-0001' }] }, 'answered'],
  ] satisfies [string, Some<'activity'>, string][])('%s of %j: %s', (item, some, expected) => {
    expect(answers(some)[item]).toBe(expected)
  })
  it('is of the list or lists of its role', () => {
    expect(Object.keys(answers({ role: 'controller' }))).toHaveLength(7)
    expect(Object.keys(answers({ role: 'processor' }))).toHaveLength(4)
    expect(Object.keys(answers({ role: 'toConfirm' }))).toHaveLength(11)
  })
})
