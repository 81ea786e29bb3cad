import type { Tables } from '@ropewalk/db/tables/tables.ts'
import { numberOf } from '@ropewalk/domain/nouns.ts'
import { and, eq, isNull } from 'drizzle-orm'
import { nextId } from '../counters.ts'
import type { Change } from '../history.ts'
import type { Work } from '../verb.ts'

/** One due day of a record's review: who was asked and when, and what was answered. */
export type Review = Tables['reviews']['$inferSelect']

/** What the log calls a review. */
export const reviewKey = (id: string): string => `review ${id}`

type Which = { recordId: string; dueOn: string }

/** The unanswered review of a record that is due on a day, as far as it was kept. */
export async function openReview(
  { db, tables }: Pick<Work, 'db' | 'tables'>,
  { recordId, dueOn }: Which,
): Promise<Review | undefined> {
  const { reviews } = tables
  const [found] = await db
    .select()
    .from(reviews)
    .where(
      and(eq(reviews.recordId, recordId), eq(reviews.dueOn, dueOn), isNull(reviews.answeredAt)),
    )
  return found
}

type Happened = Partial<Omit<Review, 'id' | 'number' | 'recordId' | 'dueOn'>>

/** Keeps what happened to a review as it was before, which is made where it was never asked for. */
export async function keepReview(
  work: Pick<Work, 'db' | 'tables'>,
  { before, ...which }: Which & { before: Review | undefined },
  happened: Happened,
): Promise<Change> {
  const { reviews } = work.tables
  const after: Review = { ...(before ?? (await blank(work, which))), ...happened }
  await work.db.insert(reviews).values(after).onConflictDoUpdate({ target: reviews.id, set: after })
  return {
    of: which.recordId,
    record: reviewKey(after.id),
    before: before ?? null,
    after,
  }
}

async function blank(work: Pick<Work, 'db' | 'tables'>, which: Which): Promise<Review> {
  const id = await nextId(work, 'RV')
  return {
    id,
    number: numberOf(id),
    ...which,
    asked: [],
    askedAt: null,
    answeredBy: '',
    answeredAt: null,
    answer: null,
    note: '',
  }
}
