import type { Database } from '@ropewalk/db/database.ts'
import type { Repeated } from '@ropewalk/db/tables/log.ts'
import { and, asc, eq, like, lt } from 'drizzle-orm'
import { type Change, writeHistory } from '../history.ts'
import type { Work } from '../verb.ts'

type Reach = Pick<Work, 'db' | 'tables' | 'now'>
type Telling = Pick<Work, 'db' | 'tables' | 'now' | 'actor' | 'door'>

/** An act that may come again and again: which ones are the same, and what of it differs from time to time. */
export type Repeatable = {
  key: string
  of: string
  record: string
  verb: string
  after: Record<string, unknown>
  detail: { name: string; is: string }
}

/** How many details of one act an hour tells apart; the others are counted as `others`. */
const detailsApart = 20

/**
 * The change that tells an act at its first time in an hour; none when it was told in this hour already: then it is
 * counted, in the same transaction, and the sum is one entry once the hour has ended.
 */
export async function toldOnceAnHour(work: Telling, act: Repeatable): Promise<Change[]> {
  await tellEndedHours(work)
  const { db, tables, now } = work
  const { repeats } = tables
  const { key, of, record, verb, after, detail } = act
  const [known] = await db.select().from(repeats).where(eq(repeats.key, key))
  if (known) {
    const name = detail.is in known.details || isRoom(known.details) ? detail.is : 'others'
    const details = { ...known.details, [name]: (known.details[name] ?? 0) + 1 }
    await db
      .update(repeats)
      .set({ times: known.times + 1, until: now, details })
      .where(eq(repeats.key, key))
    return []
  }
  const { kind, id, name } = work.actor
  const actor = { kind, id, name }
  const first: Repeated = { of, record, verb, door: work.door, actor, after, detail: detail.name }
  const counting = { hour: hourOf(now), times: 0, since: now, until: now, details: {} }
  await db.insert(repeats).values({ key, ...counting, first })
  return [{ of, record, verb, before: null, after: { ...after, [detail.name]: detail.is } }]
}

const isRoom = (details: object) => Object.keys(details).length < detailsApart

/** How many acts whose key begins so were told in this hour. */
export const toldInThisHour = (
  { db, tables: { repeats }, now }: Reach,
  keys: string,
): Promise<number> =>
  db.$count(repeats, and(like(repeats.key, `${keys}%`), eq(repeats.hour, hourOf(now))))

/** Tells the sums of the hours that have ended; at a stop, of the one that goes on too. */
export const tellRepeats = (
  { writing, tables }: Database,
  { now, all = false }: { now: Date; all?: boolean },
): Promise<void> => writing((db) => tellEndedHours({ db, tables, now: now.toISOString() }, { all }))

async function tellEndedHours(reach: Reach, { all = false } = {}): Promise<void> {
  const { db, tables, now } = reach
  const { repeats } = tables
  const ended = all ? undefined : lt(repeats.hour, hourOf(now))
  const rows = await db
    .select()
    .from(repeats)
    .where(ended)
    .orderBy(asc(repeats.since), asc(repeats.key))
  if (rows.length === 0) return
  for (const { times, since, until, first, details } of rows) {
    if (times === 0) continue
    const { of, record, verb, after, detail } = first
    const actor = first.actor as Work['actor']
    const sum = { ...after, [detail]: details, times, since, until }
    const writer = { db, tables, now, actor, door: first.door as Work['door'] }
    await writeHistory(writer, verb, [{ of, record, before: null, after: sum }])
  }
  await db.delete(repeats).where(ended)
}

const hourOf = (instant: string) => instant.slice(0, 13)
