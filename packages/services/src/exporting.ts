import { setImmediate } from 'node:timers/promises'
import { loadRecords } from '@ropewalk/db/records.ts'
import type { Activity } from '@ropewalk/domain/activity/activity.ts'
import type { NounKey } from '@ropewalk/domain/field.ts'
import type { Look } from '@ropewalk/domain/look.ts'
import { numberOf } from '@ropewalk/domain/nouns.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { inArray } from 'drizzle-orm'
import { type FindingChoice, isChosen } from './findings/chosen.ts'
import { type Judged, judge, unjudged } from './judging.ts'
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
  /** Which findings; all of them when absent. */
  among?: FindingChoice | undefined
}

/** A supplier is read with all the activities that link to it. */
const batchSizeOf = (noun: NounKey) => (noun === 'subProcessor' ? 10 : 50)

/** One consistent state of the register, read in batches while `run` writes it out. */
export async function exporting<T>(
  context: Context,
  request: ExportRequest,
  run: (source: ExportSource) => Promise<T>,
): Promise<T> {
  permit(context.actor, 'register:export')
  for (let tries = 0; tries < 5; tries += 1) {
    await judge(context)
    const result = await readOnce(context, request, run)
    if (result) return result.of
  }
  throw new Refusal('UNAVAILABLE', busy)
}

const busy = both(
  'The register is changing too fast for its findings to be exported. Try again in a moment.',
  'Le registre change trop vite pour exporter ses constats. Réessayez dans un instant.',
)

/** Nothing when a change between judging and reading left a record without its findings: a file never hides them. */
function readOnce<T>(
  context: Context,
  request: ExportRequest,
  run: (source: ExportSource) => Promise<T>,
): Promise<{ of: T } | undefined> {
  return context.database.reading(async (db) => {
    const work = await workIn(context, db)
    if (request.findings && (await unjudged(work)).length > 0) return undefined
    let linked: Awaited<ReturnType<typeof activitiesLinking>> = new Map()
    const base = await lookIn(work, { today: work.today, uses: false })
    const look: Look = { ...base, linkedTo: (id) => linked.get(id) ?? [] }
    const { nouns } = request

    async function* batches() {
      for (const noun of nouns) {
        const ids = (await idsOf(work, noun, request.selection)).toSorted(
          (one, other) => numberOf(one) - numberOf(other),
        )
        const size = batchSizeOf(noun)
        for (let start = 0; start < ids.length; start += size) {
          const batch = ids.slice(start, start + size)
          if (noun === 'subProcessor') linked = await activitiesLinking(work, batch)
          const records = await loadRecords(work, noun, { ids: batch })
          const findings = request.findings
            ? await findingsOf(work, batch, request.among)
            : new Map<string, Judged[]>()
          yield records.map((record) => ({ record, findings: findings.get(record.id) ?? [] }))
          await setImmediate()
        }
      }
    }
    const activities = request.users ? await usingActivities(work) : undefined
    return { of: await run({ look, batches: batches(), activities, work }) }
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

async function findingsOf(
  { db, tables }: Work,
  ids: string[],
  among: FindingChoice = {},
): Promise<Map<string, Judged[]>> {
  const { judgements } = tables
  const rows = await db.select().from(judgements).where(inArray(judgements.recordId, ids))
  return new Map(
    rows.map((row) => [
      row.recordId,
      (row.findings as Judged[]).filter((finding) =>
        isChosen({ ...finding, isAccepted: finding.accepted !== null }, among),
      ),
    ]),
  )
}
