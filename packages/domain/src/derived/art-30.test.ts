import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings/findings.ts'
import { shippedReference } from '../reference/shipped.ts'
import { example, registerOf, type Some } from '../test-examples.ts'
import { arbitraryScene } from '../test-records.ts'
import { answeredItems } from './art-30.ts'
import { lookOver } from './look-over.ts'

const none = { answer: 'none', reason: '' } as const
const look = lookOver(
  registerOf({
    organisation: [
      example('organisation', 'ORG-0001', {
        name: 'Acme',
        email: 'a@example.org',
        declared: { representative: none },
        contacts: [{ role: 'dpo', name: 'A person' }],
      }),
      example('organisation', 'ORG-0002', { name: 'Acme', email: 'a@example.org' }),
      example('organisation', 'ORG-0003'),
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

describe('what an activity answers of Art. 30', () => {
  it.each([
    ['30(1)(a)', { organisation: 'ORG-0001' }, 'answered'],
    ['30(1)(a)', { organisation: 'ORG-0002' }, 'inPart'],
    ['30(1)(a)', { organisation: 'ORG-0001', role: 'jointController' }, 'inPart'],
    ['30(1)(a)', { organisation: 'ORG-0003' }, 'open'],
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
    [
      '30(2)(a)',
      { organisation: 'ORG-0001', controllersServed: [{ party: 'PT-0002' }] },
      'answered',
    ],
    ['30(2)(a)', { controllersServed: [{ party: 'PT-0002' }] }, 'inPart'],
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
  it('answers an item when and only when no gap that cites it is open', () => {
    // Without a row there is no row to find a gap on, and a criterion nobody can check is advice.
    const ofRows = new Set(['30(1)(f)', '30(2)(b)'])
    fc.assert(
      fc.property(arbitraryScene(), ({ register, look }) => {
        for (const activity of register.activity) {
          const organisation = look.organisation(activity.organisation)
          if (activity.archivedAt || organisation?.archivedAt) continue
          const gaps = [
            ...findingsOf('activity', activity, look),
            ...(organisation ? findingsOf('organisation', organisation, look) : []),
          ].filter(({ severity }) => severity === 'gap')
          for (const { item, answer } of answeredItems(activity, look)) {
            const open = gaps.filter(({ provision }) => provision.includes(item))
            const told = open.map(({ rule }) => rule)
            if (answer === 'answered') expect(told, item).toEqual([])
            else if (!ofRows.has(item)) expect(told, item).not.toEqual([])
          }
        }
      }),
      { numRuns: 100 },
    )
  })
})
