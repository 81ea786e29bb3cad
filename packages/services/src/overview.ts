import { loadRecords, nounTable } from '@ropewalk/db/records.ts'
import { searched } from '@ropewalk/db/search.ts'
import type { Activity } from '@ropewalk/domain/activity/activity.ts'
import { answeredItems, type ItemAnswer, type ItemKey } from '@ropewalk/domain/derived/art-30.ts'
import type { NounKey } from '@ropewalk/domain/field.ts'
import { nounKeys, numberOf } from '@ropewalk/domain/nouns.ts'
import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import * as z from 'zod'
import { namesOf } from './links.ts'
import { inBatches, lookIn } from './look.ts'
import { judged } from './records/verbs.ts'
import { reading, type Work } from './verb.ts'

/** How many live records each noun has, and what is still open: the rail of the desk. */
export const readCounts = judged(
  reading({ permission: 'register:read' }, z.unknown(), async (work) => ({
    nouns: await countsByNoun(work),
    findings: await severityCounts(work),
    toConfirm: await work.db.$count(
      work.tables.sources,
      eq(work.tables.sources.certainty, 'inferred'),
    ),
  })),
)

async function countsByNoun({ db, tables }: Work): Promise<Record<NounKey, number>> {
  const counts = {} as Record<NounKey, number>
  for (const noun of nounKeys) {
    const table = nounTable(tables, noun)
    counts[noun] = await db.$count(table, isNull(table.archivedAt))
  }
  return counts
}

async function severityCounts({ db, tables }: Work) {
  const { judgements } = tables
  const [sums] = await db
    .select({
      gaps: sql<number>`coalesce(sum(${judgements.gaps}), 0)`.mapWith(Number),
      conflicts: sql<number>`coalesce(sum(${judgements.conflicts}), 0)`.mapWith(Number),
      advice: sql<number>`coalesce(sum(${judgements.advice}), 0)`.mapWith(Number),
    })
    .from(judgements)
  return sums ?? { gaps: 0, conflicts: 0, advice: 0 }
}

export type Answered = { item: ItemKey; answered: number; inPart: number; open: number }
export type AnsweredBy = {
  id: string
  name: string
  answers: Partial<Record<ItemKey, ItemAnswer>>
}
const activitiesShown = 40

/**
 * How much of Art. 30 is answered, by item and for the 40 activities that lack most; what changed lately; what is
 * due.
 */
export const readOverview = judged(
  reading({ permission: 'register:read' }, z.unknown(), async (work) => {
    const items = new Map<ItemKey, Answered>()
    const activities: AnsweredBy[] = []
    const table = nounTable(work.tables, 'activity')
    const ids = await work.db
      .select({ id: table.id })
      .from(table)
      .where(isNull(table.archivedAt))
      .orderBy(table.number)
    const look = await lookIn(work, { today: work.today })
    await inBatches(
      ids.map((row) => row.id),
      async (batch) => {
        for (const record of await loadRecords(work, 'activity', { ids: batch })) {
          const activity = record as unknown as Activity
          const answers: AnsweredBy['answers'] = {}
          for (const { item, answer } of answeredItems(activity, look)) {
            const sum = items.get(item) ?? { item, answered: 0, inPart: 0, open: 0 }
            sum[answer] += 1
            items.set(item, sum)
            answers[item] = answer
          }
          activities.push({ id: activity.id, name: activity.name, answers })
        }
        return []
      },
    )
    return {
      items: [...items.values()],
      activities: lackingMost(activities),
      findings: await severityCounts(work),
      changes: await recentChanges(work),
      due: await reviewsDue(work),
      today: work.today,
    }
  }),
)

/** In the order of the register. */
const lackingMost = (activities: readonly AnsweredBy[]): AnsweredBy[] =>
  activities
    .toSorted((one, other) => lackOf(other) - lackOf(one))
    .slice(0, activitiesShown)
    .toSorted((one, other) => numberOf(one.id) - numberOf(other.id))

const weights: Record<ItemAnswer, number> = { answered: 0, inPart: 1, open: 2 }
const lackOf = ({ answers }: AnsweredBy) =>
  Object.values(answers).reduce((sum, answer) => sum + weights[answer], 0)

async function recentChanges(work: Work) {
  const { history } = work.tables
  const rows = await work.db
    .select({
      seq: history.seq,
      at: history.at,
      actorName: history.actorName,
      verb: history.verb,
      recordId: history.recordId,
    })
    .from(history)
    .where(and(sql`${history.verb} not like 'people.%'`, sql`${history.door} <> 'start'`))
    .orderBy(desc(history.seq))
    .limit(12)
  const names = await namesOf(
    work,
    rows.map((row) => row.recordId),
  )
  return rows.map((row) => ({ ...row, name: names[row.recordId] ?? '' }))
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

const firstOf = (work: Work, noun: NounKey) => {
  const table = nounTable(work.tables, noun)
  return sql`select ${table.id} from ${table} order by ${table.number} limit 20`
}

/** Records of any noun whose text holds every word of the query; names that begin with it first. */
export const searchRegister = reading(
  { permission: 'register:read' },
  z.strictObject({
    query: z.string().trim().max(200),
    limit: z.int().min(1).max(50).optional(),
    noun: z.enum(nounKeys as [NounKey]).optional(),
  }),
  async (work, { query, limit, noun }) => {
    const rows = await work.db.rows<{ id: string }>(
      query === '' && noun ? firstOf(work, noun) : sql`${searched(work, query, noun)} limit 200`,
    )
    const hits: { id: string; noun: NounKey; name: string; sortName: string }[] = []
    const ids = rows.map((row) => row.id)
    for (const each of noun ? [noun] : nounKeys) {
      const table = nounTable(work.tables, each)
      const mine =
        ids.length === 0
          ? []
          : await work.db
              .select({ id: table.id, name: table.name, sortName: table.sortName })
              .from(table)
              .where(and(inArray(table.id, ids), isNull(table.archivedAt)))
              .orderBy(table.number)
      hits.push(...mine.map((row) => ({ ...row, noun: each })))
    }
    const start = query.toLowerCase()
    const rank = (hit: (typeof hits)[number]) =>
      hit.id.toLowerCase() === start
        ? 0
        : hit.sortName.startsWith(start)
          ? 1
          : hit.sortName.includes(start)
            ? 2
            : 3
    return hits
      .toSorted((one, other) => rank(one) - rank(other))
      .slice(0, limit ?? 20)
      .map(({ sortName: _, ...hit }) => hit)
  },
)
