import { nounTable } from '@ropewalk/db/records.ts'
import type { NounKey } from '@ropewalk/domain/field.ts'
import { nounKeys } from '@ropewalk/domain/nouns.ts'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import * as z from 'zod'
import { answeredBy } from './answered.ts'
import { changesByDay, recentChanges } from './changes-lately.ts'
import { kept, keptJudged } from './kept.ts'
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
 * How much of Art. 30 is answered, by item and for the 40 activities that lack most; what changed lately, and how much each day; what is
 * due.
 */
export const readOverview = judged(
  reading({ permission: 'register:read' }, z.unknown(), async (work) => ({
    ...(await kept(work, `answered ${work.today}`, () => answeredBy(work))),
    findings: await severityCounts(work),
    changes: await recentChanges(work),
    byDay: await changesByDay(work),
    due: await reviewsDue(work),
    today: work.today,
  })),
)

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
