import { emptyRecord } from '@ropewalk/domain/empty.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { describe, expect, it } from 'vitest'
import { bulkFieldsOf, changesOf, planOf, undoingOf } from './bulk-plan.ts'

const activity = (id: string, role: string | null, version = 1): AnyRecord => ({
  ...emptyRecord(nouns.activity.fields),
  id,
  version,
  lastRow: 0,
  createdAt: '',
  updatedAt: '',
  archivedAt: null,
  declared: {},
  sources: [],
  openQuestions: [],
  name: id,
  role,
})
const records = [
  activity('PA-0001', 'controller', 3),
  activity('PA-0002', null),
  activity('PA-0003', 'processor', 7),
]
const role = bulkFieldsOf('activity').find(({ key }) => key === 'role')

describe('a bulk plan', () => {
  it('is offered for choices, yes or no, and days', () => {
    const kinds = new Set(bulkFieldsOf('subProcessor').map(({ field }) => field.kind))
    expect([...kinds].toSorted()).toEqual(['choice', 'day', 'yesNo'])
    expect(bulkFieldsOf('document')).toEqual([])
  })

  it('changes those that read otherwise, at the version that was read', () => {
    if (!role) throw new Error('an activity has a role')
    const plan = planOf(role, 'processor', records)
    expect(plan.already.map(({ id }) => id)).toEqual(['PA-0003'])
    expect(changesOf(plan)).toEqual([
      { id: 'PA-0001', version: 3, changes: { fields: { role: 'processor' } } },
      { id: 'PA-0002', version: 1, changes: { fields: { role: 'processor' } } },
    ])
    expect(planOf(role, null, records).changing.map(({ id }) => id)).toEqual(['PA-0001', 'PA-0003'])
  })

  it('gives every record its former value back at its new version', () => {
    if (!role) throw new Error('an activity has a role')
    const now = [
      { id: 'PA-0001', version: 4 },
      { id: 'PA-0002', version: 2 },
    ]
    expect(undoingOf(planOf(role, 'processor', records), now)).toEqual([
      { id: 'PA-0001', version: 4, changes: { fields: { role: 'controller' } } },
      { id: 'PA-0002', version: 2, changes: { fields: { role: null } } },
    ])
  })
})
