import { changed } from '@ropewalk/domain/change.ts'
import type { Fields } from '@ropewalk/domain/field.ts'
import { limits } from '@ropewalk/domain/limits.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import { writePermissions } from '@ropewalk/domain/permissions.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { lines, recordId, schemaOf, versionRead } from '@ropewalk/domain/schema.ts'
import { both } from '@ropewalk/domain/words.ts'
import * as z from 'zod'
import { nounOfRecord } from '../approvals/seen.ts'
import { foundAt } from '../records/reads.ts'
import { saved } from '../records/writes.ts'
import { permit, writing } from '../verb.ts'
import { keepReview, openReview } from './asked.ts'

const refusals = {
  none: both('No review of {id} is set.', 'Aucune révision de {id} n’est prévue.'),
  archived: both('{id} is archived.', '{id} est archivé.'),
  past: both(
    'The next review lies after today.',
    'La prochaine révision doit être postérieure à aujourd’hui.',
  ),
}

const { nextReviewOn } = nouns.activity.fields

/**
 * Answers a review: what the record says is still true. The next one is due after as many months as the record says, or
 * on the given day; without either, none is set.
 */
export const answerReview = writing(
  {
    verb: 'reviews.answer',
    permission: 'review:answer',
    fields: { nextReviewOn },
  },
  z.strictObject({
    id: recordId,
    version: versionRead,
    note: lines(limits.reason).default(''),
    nextReviewOn: schemaOf(nextReviewOn).optional(),
  }),
  async (work, { note, nextReviewOn: given, ...asked }) => {
    const noun = nounOfRecord(asked.id)
    permit(work.actor, writePermissions[noun])
    const before = await foundAt(work, noun, asked)
    const values = { id: asked.id }
    const { nextReviewOn: dueOn } = before
    if (typeof dueOn !== 'string') throw new Refusal('INVALID', refusals.none, { values })
    if (before.archivedAt) throw new Refusal('INVALID', refusals.archived, { values })
    if (typeof given === 'string' && given <= work.today)
      throw new Refusal('INVALID', refusals.past, { field: 'nextReviewOn' })
    const fields: Fields = nouns[noun].fields
    const after = changed(
      noun,
      before,
      {
        fields: {
          nextReviewOn: given ?? nextOf(work.today, before.reviewEveryMonths),
          ...(fields.lastReviewedOn ? { lastReviewedOn: work.today } : {}),
        },
      },
      work,
    )
    const { change, result } = await saved(work, noun, { before, after, reason: note })
    const which = { recordId: asked.id, dueOn }
    const review = await keepReview(
      work,
      { ...which, before: await openReview(work, which) },
      { answeredBy: work.actor.id, answeredAt: work.now, answer: 'stillTrue', note },
    )
    return { change: [change, { ...review, version: result.version }].flat(), result }
  },
)

/** `YYYY-MM-DD` so many months on; the last day of a month that is too short. None without a number of months. */
export const nextOf = (day: string, months: unknown): string | null =>
  typeof months === 'number' && months > 0
    ? Temporal.PlainDate.from(day).add({ months }).toString()
    : null
