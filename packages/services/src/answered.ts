import { setImmediate } from 'node:timers/promises'
import { loadRecords, nounTable } from '@ropewalk/db/records.ts'
import type { Activity } from '@ropewalk/domain/activity/activity.ts'
import { answeredItems, type ItemAnswer, type ItemKey } from '@ropewalk/domain/derived/art-30.ts'
import { numberOf } from '@ropewalk/domain/nouns.ts'
import { sql } from 'drizzle-orm'
import { lookIn, recordsAround } from './look.ts'
import type { Work } from './verb.ts'

export type Answered = { item: ItemKey; answered: number; inPart: number; open: number }
export type AnsweredBy = {
  id: string
  name: string
  answers: Partial<Record<ItemKey, ItemAnswer>>
}
const activitiesShown = 40

/** How much of Art. 30 is answered: by item over all live activities, and for the 40 that lack most. */
export async function answeredBy(
  work: Work,
): Promise<{ items: Answered[]; activities: AnsweredBy[] }> {
  const all = await everyAnswer(work)
  const items = new Map<ItemKey, Answered>()
  for (const { answers } of all)
    for (const [item, answer] of Object.entries(answers) as [ItemKey, ItemAnswer][]) {
      const sum = items.get(item) ?? { item, answered: 0, inPart: 0, open: 0 }
      sum[answer] += 1
      items.set(item, sum)
    }
  return { items: [...items.values()], activities: lackingMost(all) }
}

type Version = { id: string; version: number; updatedAt: string }
type Known = Version & { answers: AnsweredBy }
/** As of one state of all that activities are judged by, and one day. */
type Kept = { around: object; today: string; byId: Map<string, Known> }

/** Only what changed since it was last asked is worked out again, some at a time: others are answered meanwhile. */
async function everyAnswer(work: Work): Promise<AnsweredBy[]> {
  const { db, tables, today } = work
  const versions = await db.rows<Version>(
    sql`select id, version, updated_at as "updatedAt" from ${nounTable(tables, 'activity')} where archived_at is null order by number`,
  )
  const around = await recordsAround(work)
  const before = db.memory?.get('answered') as Kept | undefined
  const isCurrent = before?.around === around && before.today === today
  const known = new Map<string, Known>(isCurrent ? before.byId : [])
  const wanted = versions.filter(({ id, version, updatedAt }) => {
    const found = known.get(id)
    return found?.version !== version || found.updatedAt !== updatedAt
  })
  const look = await lookIn(work, { today })
  for (let start = 0; start < wanted.length; start += 100) {
    const ids = wanted.slice(start, start + 100).map(({ id }) => id)
    for (const record of await loadRecords(work, 'activity', { ids })) {
      const { id, name, version, updatedAt } = record as unknown as Activity
      const items = answeredItems(record as unknown as Activity, look)
      const answers = Object.fromEntries(items.map(({ item, answer }) => [item, answer]))
      known.set(id, { id, version, updatedAt, answers: { id, name, answers } })
    }
    await setImmediate()
  }
  db.memory?.set('answered', { around, today, byId: known } satisfies Kept)
  return versions.flatMap(({ id }) => known.get(id)?.answers ?? [])
}

/** In the order of the register. */
const lackingMost = (activities: readonly AnsweredBy[]): AnsweredBy[] =>
  activities
    .map((activity) => ({ activity, lack: lackOf(activity) }))
    .toSorted((one, other) => other.lack - one.lack)
    .slice(0, activitiesShown)
    .map(({ activity }) => activity)
    .toSorted((one, other) => numberOf(one.id) - numberOf(other.id))

const weights: Record<ItemAnswer, number> = { answered: 0, inPart: 1, open: 2 }
const lackOf = ({ answers }: AnsweredBy) =>
  Object.values(answers).reduce((sum, answer) => sum + weights[answer], 0)
