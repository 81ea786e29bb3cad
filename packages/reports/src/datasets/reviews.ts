import { both } from '@ropewalk/domain/words.ts'
import { listDataset } from '../dataset.ts'
import { secondsOf, stated } from '../facts.ts'
import { wordOf } from '../word.ts'

const reviewAnswers = {
  stillTrue: both('still true', 'toujours exact'),
  moved: both('day changed without an answer', 'date modifiée sans réponse'),
} as const

/** One review of a record: due, asked for or answered. */
export type ReviewItem = {
  recordId: string
  record: string
  /** `YYYY-MM-DD`. */
  dueOn: string
  asked: readonly string[]
  askedAt: string | null
  answeredBy: string
  answeredAt: string | null
  answer: keyof typeof reviewAnswers | null
  note: string
}

export const reviews = listDataset<ReviewItem>(
  'reviews',
  ({ text, day, time, choice, list, event }) => ({
    record_id: text(({ recordId }) => recordId),
    record: text(({ record }) => stated(record)),
    due_on: day(({ dueOn }) => dueOn),
    asked: event(list(({ asked }) => (asked.length === 0 ? '' : asked))),
    asked_at: event(time(({ askedAt }) => secondsOf(askedAt))),
    answered_by: event(text(({ answeredBy }) => answeredBy)),
    answered_at: event(time(({ answeredAt }) => secondsOf(answeredAt))),
    answer: event(choice(reviewAnswers, ({ answer }) => wordOf(reviewAnswers, answer) ?? '')),
    note: event(text(({ note }) => note)),
  }),
)
