import { nounTable, sortKey } from '@ropewalk/db/records.ts'
import { searched } from '@ropewalk/db/search.ts'
import type { NounKey } from '@ropewalk/domain/field.ts'
import { limits } from '@ropewalk/domain/limits.ts'
import { nounKeys } from '@ropewalk/domain/nouns.ts'
import { line } from '@ropewalk/domain/schema.ts'
import { stateOf } from '@ropewalk/log/state.ts'
import { and, desc, eq, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import * as z from 'zod'
import { answeredBy } from './answered.ts'
import { kept, keptJudged } from './kept.ts'
import { namesOf } from './links.ts'
import { judged } from './records/verbs.ts'
import { reading, type Work } from './verb.ts'

/** How many live records each noun has, and what is still open: the rail of the desk. */
export const readCounts = judged(
  reading({ permission: 'register:read' }, z.unknown(), async (work) => ({
    nouns: await kept(work, 'counts by noun', () => countsByNoun(work)),
    findings: await severityCounts(work),
    toConfirm: await kept(work, 'to confirm', async () => inferredCount(work)),
  })),
)

async function inferredCount({ db, tables }: Work): Promise<number> {
  const { sources } = tables
  let total = 0
  for (const noun of nounKeys) {
    const table = nounTable(tables, noun)
    const live = db.select({ id: table.id }).from(table).where(isNull(table.archivedAt))
    total += await db.$count(
      sources,
      and(eq(sources.certainty, 'inferred'), inArray(sources.recordId, live)),
    )
  }
  return total
}

async function countsByNoun({ db, tables }: Work): Promise<Record<NounKey, number>> {
  const counts = {} as Record<NounKey, number>
  for (const noun of nounKeys) {
    const table = nounTable(tables, noun)
    counts[noun] = await db.$count(table, isNull(table.archivedAt))
  }
  return counts
}

const severityCounts = (work: Work) =>
  keptJudged(work, 'severities', async () => {
    const { judgements } = work.tables
    const [sums] = await work.db
      .select({
        gaps: sql<number>`coalesce(sum(${judgements.gaps}), 0)`.mapWith(Number),
        conflicts: sql<number>`coalesce(sum(${judgements.conflicts}), 0)`.mapWith(Number),
        advice: sql<number>`coalesce(sum(${judgements.advice}), 0)`.mapWith(Number),
      })
      .from(judgements)
    return sums ?? { gaps: 0, conflicts: 0, advice: 0 }
  })

/**
 * How much of Art. 30 is answered, by item and for the 40 activities that lack most; what changed lately; what is
 * due.
 */
export const readOverview = judged(
  reading({ permission: 'register:read' }, z.unknown(), async (work) => ({
    ...(await kept(work, `answered ${work.today}`, () => answeredBy(work))),
    findings: await severityCounts(work),
    changes: await recentChanges(work),
    due: await reviewsDue(work),
    today: work.today,
  })),
)

async function recentChanges(work: Work) {
  const { db, tables, upTo } = work.log
  const { entries, states } = tables
  const rows = await db
    .select({
      seq: entries.seq,
      at: entries.at,
      verb: entries.verb,
      recordId: entries.about,
      value: states.value,
    })
    .from(entries)
    .innerJoin(states, and(eq(states.seq, entries.seq), isNotNull(states.value)))
    .where(
      and(
        sql`${entries.verb} not like 'people.%' and ${entries.verb} not like 'tokens.%' and ${entries.verb} not like 'sessions.%' and ${entries.verb} not like 'exports.%'`,
        sql`${entries.door} <> 'start'`,
        upTo === undefined ? undefined : lte(entries.seq, upTo),
      ),
    )
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

async function reviewsDue({ db, tables }: Work) {
  const due: { id: string; name: string; on: string }[] = []
  for (const noun of ['activity', 'subProcessor'] as const) {
    const table = tables.nouns[noun]
    const rows = await db
      .select({ id: table.id, name: table.name, on: table.nextReviewOn })
      .from(table as typeof tables.nouns.activity)
      .where(and(isNull(table.archivedAt), sql`${table.nextReviewOn} is not null`))
      .orderBy(table.nextReviewOn)
      .limit(10)
    due.push(...rows.flatMap(({ id, name, on }) => (on === null ? [] : [{ id, name, on }])))
  }
  return due.toSorted((one, other) => one.on.localeCompare(other.on)).slice(0, 10)
}

/** Records of any noun whose text holds every word of the query: its own id first, then names that begin with it. */
export const searchRegister = reading(
  { permission: 'register:read' },
  z.strictObject({
    query: line(limits.text),
    limit: z.int().min(1).max(50).optional(),
    noun: z.enum(nounKeys as [NounKey]).optional(),
  }),
  async (work, { query, limit = 20, noun }) => {
    const hits: Hit[] = []
    for (const each of noun ? [noun] : nounKeys)
      hits.push(...(await bestOf(work, each, { query, limit })))
    return hits
      .toSorted((one, other) => one.rank - other.rank)
      .slice(0, limit)
      .map(shown)
  },
)

type Hit = { id: string; noun: NounKey; name: string; rank: number }
const shown = ({ rank: _, ...hit }: Hit) => hit

/** The best of one noun: every noun has its turn, however many of another match. */
async function bestOf(
  work: Work,
  noun: NounKey,
  { query, limit }: { query: string; limit: number },
): Promise<Hit[]> {
  const key = sortKey(query)
  const part = key.replace(/[\\%_]/g, '\\$&')
  const like = (pattern: string) => sql`sort_name like ${pattern} escape '\\'`
  const rank = sql`case when lower(id) = ${query.toLowerCase()} then 0 when ${like(`${part}%`)} then 1 when ${like(`%${part}%`)} then 2 else 3 end`
  const rows = await work.db.rows<Omit<Hit, 'noun'>>(
    sql`select id, name, ${rank} as rank from ${nounTable(work.tables, noun)} where archived_at is null and id in (${searched(work, query, noun)}) order by rank, number limit ${limit}`,
  )
  return rows.map((row) => ({ ...row, noun }))
}
