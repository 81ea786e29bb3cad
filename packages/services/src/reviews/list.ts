import { isAmong } from '@ropewalk/db/whole-rows.ts'
import { dayAfter } from '@ropewalk/domain/day-after.ts'
import { and, isNull, sql } from 'drizzle-orm'
import * as z from 'zod'
import { namesOf } from '../links.ts'
import { peopleNames } from '../people/names.ts'
import { reading, type Work } from '../verb.ts'
import { dueIn, reviewsDue } from './due.ts'
import { recordsAt } from './standing.ts'

/** What is due within 30 days, expiring or overdue; of each review who was asked and when. */
export const listReviews = reading({ permission: 'register:read' }, z.unknown(), async (work) => {
  const due = await dueIn(work)
  const names = await peopleNames(work)
  const open = await openReviews(
    work,
    due.flatMap(({ kind, recordId }) => (kind === 'review' ? [recordId] : [])),
  )
  return {
    today: work.today,
    rows: due.map(({ owner, ...row }) => {
      const review = row.kind === 'review' ? open.get(`${row.recordId} ${row.on}`) : undefined
      return {
        ...row,
        owner:
          owner && ('person' in owner ? (names.get(owner.person) ?? owner.person) : owner.text),
        isMine: owner !== null && 'person' in owner && owner.person === work.actor.id,
        asked: (review?.asked ?? []).map((id) => names.get(id) ?? id),
        askedAt: review?.askedAt ?? null,
      }
    }),
  }
})

async function openReviews({ db, tables, engine }: Work, ids: readonly string[]) {
  const { reviews } = tables
  const among = sql`${reviews.recordId} ${isAmong(engine, ids)}`
  const open = await db
    .select()
    .from(reviews)
    .where(and(isNull(reviews.answeredAt), among))
  return new Map(open.map((each) => [`${each.recordId} ${each.dueOn}`, each] as const))
}

export type ListedReview = {
  recordId: string
  record: string
  dueOn: string
  asked: string[]
  askedAt: string | null
  answeredBy: string
  answeredAt: string | null
  /** `moved`: the day was changed without an answer. */
  answer: 'stillTrue' | 'moved' | null
  note: string
}

/** Every review that was asked for or answered, and those due within 30 days, by day. */
export async function reviewsIn(work: Work): Promise<ListedReview[]> {
  const kept = await work.db.select().from(work.tables.reviews)
  const names = await peopleNames(work)
  const due = await reviewsDue(work, dayAfter(work.today, 30))
  const current = new Set(due.map(({ recordId, on }) => `${recordId} ${on}`))
  const known = new Set(kept.map(({ recordId, dueOn }) => `${recordId} ${dueOn}`))
  const records = await namesOf(
    work,
    kept.map(({ recordId }) => recordId),
  )
  const standing = await recordsAt(
    work,
    kept.map(({ recordId }) => recordId),
  )
  const nameOf = (id: string) => names.get(id) ?? id
  const isMoved = (recordId: string, dueOn: string) =>
    standing.has(recordId) && !current.has(`${recordId} ${dueOn}`)
  const told = kept.map(
    ({ recordId, dueOn, asked, askedAt, ...review }): ListedReview => ({
      recordId,
      record: records[recordId] ?? '',
      dueOn,
      asked: asked.map(nameOf),
      askedAt,
      answeredBy: review.answeredBy === '' ? '' : nameOf(review.answeredBy),
      answeredAt: review.answeredAt,
      answer: review.answer ?? (isMoved(recordId, dueOn) ? 'moved' : null),
      note: review.note,
    }),
  )
  const unasked = due
    .filter(({ recordId, on }) => !known.has(`${recordId} ${on}`))
    .map(
      ({ recordId, name, on }): ListedReview => ({
        recordId,
        record: name,
        dueOn: on,
        asked: [],
        askedAt: null,
        answeredBy: '',
        answeredAt: null,
        answer: null,
        note: '',
      }),
    )
  const order = ({ dueOn, recordId }: ListedReview) => `${dueOn} ${recordId}`
  return [...told, ...unasked].toSorted((one, other) => (order(one) < order(other) ? -1 : 1))
}
