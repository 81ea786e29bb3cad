import type { Activity } from '@ropewalk/domain/activity/activity.ts'
import { nounOf } from '@ropewalk/domain/nouns.ts'
import type { Exported, JudgedFinding } from '../scene.ts'
import type { RecordKind } from './source.ts'

export type ActivityInRecord = { record: Activity; findings: readonly JudgedFinding[] }

/** The activities of one record, in the order given; an activity whose role is to confirm or not stated belongs to both. */
export const activitiesIn = (records: readonly Exported[], kind: RecordKind): ActivityInRecord[] =>
  records
    .filter(({ record }) => nounOf(record.id) === 'activity')
    .map(({ record, findings = [] }) => ({ record: record as unknown as Activity, findings }))
    .filter(({ record }) => belongs(record.role, kind))

const belongs = (role: Activity['role'], kind: RecordKind) =>
  kind === 'controller' ? role !== 'processor' : role !== 'controller' && role !== 'jointController'
