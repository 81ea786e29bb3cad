import { dayAfter } from '@ropewalk/domain/day-after.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import { stateOf } from '@ropewalk/log/state.ts'
import { and, desc, eq, gte, isNotNull, like, lte, notLike, or, type SQL, sql } from 'drizzle-orm'
import { dayIn, timeZoneOf } from './clock.ts'
import { kept } from './kept.ts'
import { namesOf } from './links.ts'
import type { Work } from './verb.ts'

/** How many days are counted, today included. */
const days = 30

/** The entries that say what happened to records: not the starter, not the mails and questions about them. */
function ofRecords({ tables, upTo }: Work['log']): SQL | undefined {
  const { entries } = tables
  return and(
    or(...Object.values(nouns).map(({ prefix }) => like(entries.about, `${prefix}-%`))),
    notLike(entries.verb, 'mails.%'),
    sql`${entries.verb} <> 'reviews.ask'`,
    sql`${entries.door} <> 'start'`,
    upTo === undefined ? undefined : lte(entries.seq, upTo),
  )
}

/** The latest changes of records, newest first. */
export async function recentChanges(work: Work) {
  const { db, tables } = work.log
  const { entries, states } = tables
  const rows = await db
    .select({
      seq: entries.seq,
      at: entries.at,
      actorKind: entries.actorKind,
      verb: entries.verb,
      recordId: entries.about,
      value: states.value,
    })
    .from(entries)
    // Crossed: SQLite would else begin with the states, and sort all of them for the newest few entries.
    .crossJoin(states)
    .where(and(eq(states.seq, entries.seq), isNotNull(states.value), ofRecords(work.log)))
    .orderBy(desc(entries.seq))
    .limit(12)
  const names = await namesOf(
    work,
    rows.map((row) => row.recordId),
  )
  return rows.map(({ value, ...row }) => ({
    ...row,
    actorName: stateOf(value ?? '').who,
    name: names[row.recordId] ?? '',
  }))
}

/** How many changes records had on each of the last 30 days of the organisation, today included, the oldest first. */
export const changesByDay = (work: Work): Promise<{ day: string; changes: number }[]> =>
  kept(work, `changes by day ${work.today}`, async () => {
    const { db, tables } = work.log
    const { at } = tables.entries
    const first = dayAfter(work.today, 1 - days)
    // No time zone is more than a day from UTC.
    const since = gte(at, dayAfter(first, -1))
    const minute = sql<string>`substr(${at}, 1, 16)`
    const rows = await db
      .select({ minute, changes: sql<number>`count(*)`.mapWith(Number) })
      .from(tables.entries)
      .where(and(since, ofRecords(work.log)))
      .groupBy(minute)
    const timeZone = await timeZoneOf(work)
    const sums = new Map(Array.from({ length: days }, (_, n) => [dayAfter(first, n), 0]))
    for (const row of rows) {
      const day = dayIn(timeZone, new Date(`${row.minute}:00Z`))
      const sum = sums.get(day)
      if (sum !== undefined) sums.set(day, sum + row.changes)
    }
    return [...sums].map(([day, changes]) => ({ day, changes }))
  })
