import { emptyRecord } from '@ropewalk/domain/empty.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { describe, expect, it } from 'vitest'
import { bulkFieldsOf, changesOf, measurePlanOf, planOf, undoingOf } from './bulk-plan.ts'

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

  it('adds a measure to those that do not name it, and takes that very row out again', () => {
    const named = {
      ...activity('PA-0004', null),
      measures: [{ rowId: 'PA-0004.1', measure: 'SM-0002' }],
    }
    const other = {
      ...activity('PA-0005', null, 6),
      lastRow: 8,
      measures: [{ rowId: 'PA-0005.8', measure: 'SM-0001' }],
    }
    const plan = measurePlanOf({ id: 'SM-0002', label: 'Locks' }, [named, other])
    expect(plan.already).toEqual([named])
    const cells = { measure: 'SM-0002' }
    expect(changesOf(plan)).toEqual([
      { id: 'PA-0005', version: 6, changes: { rows: [{ op: 'add', rows: 'measures', cells }] } },
    ])
    const rows = [{ op: 'remove', rows: 'measures', rowId: 'PA-0005.9' }]
    expect(undoingOf(plan, [{ id: 'PA-0005', version: 7 }])).toEqual([
      { id: 'PA-0005', version: 7, changes: { rows } },
    ])
  })
})
