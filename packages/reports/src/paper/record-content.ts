import type { NounKey } from '@ropewalk/domain/field.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import type { JudgedFinding, Scene } from '../scene.ts'
import { sceneOf } from '../table.ts'
import { type OpenFinding, openFindingsOf } from './cannot-answer.ts'
import { type ActivityInRecord, activitiesIn } from './in-record.ts'
import { referredFrom } from './referred.ts'
import type { RecordKind, ReportSource } from './source.ts'

/** What stands in a record: its activities, then by noun every record that they refer to. */
export type RecordContent = {
  readonly scene: Scene
  readonly activities: readonly ActivityInRecord[]
  readonly parts: ReadonlyMap<NounKey, readonly AnyRecord[]>
  findingsOf(record: AnyRecord): readonly JudgedFinding[]
  readonly open: readonly OpenFinding[]
}

export function recordContent(kind: RecordKind, source: ReportSource): RecordContent {
  const scene = sceneOf(source)
  const activities = activitiesIn(source.records, kind)
  const own = activities.map(({ record }) => record as unknown as AnyRecord)
  const { organisation } = source
  const house = organisation ? [organisation as unknown as AnyRecord] : []
  const referred = referredFrom({ activities: own, others: house }, source.look)
  const findings = new Map(source.records.map((each) => [each.record.id, each.findings ?? []]))
  const findingsOf = (record: AnyRecord) => findings.get(record.id) ?? []
  const parts = new Map<NounKey, readonly AnyRecord[]>([['activity', own], ...referred])
  const all = [...parts.values()].flat().map((record) => ({ record, findings: findingsOf(record) }))
  return { scene, activities, parts, findingsOf, open: openFindingsOf(all, scene) }
}
