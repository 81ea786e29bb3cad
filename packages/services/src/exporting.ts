import { setImmediate } from 'node:timers/promises'
import { loadRecords } from '@ropewalk/db/records.ts'
import type { Activity } from '@ropewalk/domain/activity/activity.ts'
import type { NounKey } from '@ropewalk/domain/field.ts'
import type { Look } from '@ropewalk/domain/look.ts'
import { numberOf } from '@ropewalk/domain/nouns.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { inArray } from 'drizzle-orm'
import { type Judged, judge } from './judging.ts'
import { activitiesLinking, inBatches, lookIn } from './look.ts'

import { idsOf, type ListInput } from './records/list.ts'
import { type Context, permit, type Work, workIn } from './verb.ts'

/** Records some at a time with their findings, so that memory does not grow with the register. */
export type Exported = { record: AnyRecord; findings: Judged[] }
export type ExportSource = {
  look: Look
  batches: AsyncIterable<Exported[]>
  /** The live activities with what they use, when asked for. */
  activities: readonly UsingActivity[] | undefined
  work: Work
}
type UsingActivity = Pick<Activity, 'id' | 'name' | 'data' | 'subProcessors'>
export type ExportRequest = {
  /** The nouns in whose order the records come. */
  nouns: readonly NounKey[]
  selection: ListInput
  /** Whether the findings of each record are needed: they cost. */
  findings: boolean
  /** Whether the users of data categories are needed. */
  users: boolean
}

const batchSize = 100

/** One consistent state of the register, read in batches while `run` writes it out. */
export async function exporting<T>(
  context: Context,
  request: ExportRequest,
  run: (source: ExportSource) => Promise<T>,
): Promise<T> {
  permit(context.actor, 'register:export')
  await judge(context)
  return context.database.reading(async (db) => {
    const work = await workIn(context, db)
    let linked: Awaited<ReturnType<typeof activitiesLinking>> = new Map()
    const base = await lookIn(work, { today: work.today, uses: false })
    const look: Look = { ...base, linkedTo: (id) => linked.get(id) ?? [] }
    const { nouns } = request

    async function* batches() {
      for (const noun of nouns) {
        const ids = (await idsOf(work, noun, request.selection)).toSorted(
          (one, other) => numberOf(one) - numberOf(other),
        )
        for (let start = 0; start < ids.length; start += batchSize) {
          const batch = ids.slice(start, start + batchSize)
          if (noun === 'subProcessor') linked = await activitiesLinking(work, batch)
          const records = await loadRecords(work, noun, { ids: batch })
          const findings = request.findings
            ? await findingsOf(work, batch)
            : new Map<string, Judged[]>()
          yield records.map((record) => ({ record, findings: findings.get(record.id) ?? [] }))
          await setImmediate()
        }
      }
    }
    const activities = request.users ? await usingActivities(work) : undefined
    return run({ look, batches: batches(), activities, work })
  })
}

async function usingActivities(work: Work): Promise<UsingActivity[]> {
  const ids = await idsOf(work, 'activity', {})
  const only = ['data', 'subProcessors']
  const loaded = await inBatches(ids, (batch) =>
    loadRecords(work, 'activity', { ids: batch, only }),
  )
  return loaded as unknown as UsingActivity[]
}

async function findingsOf({ db, tables }: Work, ids: string[]): Promise<Map<string, Judged[]>> {
  const { judgements } = tables
  const rows = await db.select().from(judgements).where(inArray(judgements.recordId, ids))
  return new Map(rows.map((row) => [row.recordId, row.findings as Judged[]]))
}
