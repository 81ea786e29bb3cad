import { and, eq, gte } from 'drizzle-orm'
import * as z from 'zod'
import { timeZoneOf } from '../clock.ts'
import type { Change } from '../history.ts'
import { queueMails } from '../mails/queue-mail.ts'
import { shownPeople } from '../people/people.ts'
import { type Work, writing } from '../verb.ts'
import { keepReview, openReview } from './asked.ts'
import { dueIn } from './due.ts'
import { type ReviewMail, reviewMail } from './review-mail.ts'

const verb = 'reviews.ask'
const mailKey = (person: string) => `weekly mail to ${person}`

/**
 * Mails this week’s news of what is due, expiring or overdue: to each owner what is theirs, to each DPO all of it. Asked
 * again in the same week, it mails nobody who was mailed already: the log remembers, whatever restarts. Answers how many.
 */
export const askReviews = writing(
  { verb, permission: 'register:write' },
  z.unknown(),
  async (work) => {
    const mails = await mailsDue(work)
    const changes: Change[] = []
    for (const { person, due } of mails) {
      const after = { to: person.id, records: [...new Set(due.map(({ recordId }) => recordId))] }
      changes.push({ of: person.id, record: mailKey(person.id), before: null, after })
    }
    changes.push(...(await askedIn(work, mails)))
    const base = work.mailing?.base ?? ''
    await queueMails(
      work,
      mails.map((mail) => reviewMail(mail, base)),
    )
    return { change: changes, result: mails.length }
  },
)

async function mailsDue(work: Work): Promise<ReviewMail[]> {
  const due = await dueIn(work)
  if (due.length === 0) return []
  const told = await toldSince(work, weekStart(work.now, await timeZoneOf(work)))
  const people = (await shownPeople(work)).filter(
    ({ id, status }) => status === 'active' && !told.has(id),
  )
  return people.flatMap(({ id, name, email, language, roles }): ReviewMail[] => {
    const theirs = roles.includes('dpo')
      ? due
      : due.filter(({ owner }) => owner !== null && 'person' in owner && owner.person === id)
    return theirs.length > 0
      ? [{ person: { id, name, email, language }, today: work.today, due: theirs }]
      : []
  })
}

async function toldSince({ log }: Work, since: string): Promise<ReadonlySet<string>> {
  const { entries } = log.tables
  const rows = await log.db
    .select({ record: entries.record, about: entries.about })
    .from(entries)
    .where(and(eq(entries.verb, verb), gte(entries.at, since)))
  return new Set(rows.flatMap(({ record, about }) => (record === mailKey(about) ? [about] : [])))
}

/** Monday at six where the organisation is, as an instant (ISO 8601 UTC): the last one that has been. */
export function weekStart(now: string, timeZone: string): string {
  const here = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone)
  const monday = here.subtract({ days: here.dayOfWeek - 1 }).withPlainTime({ hour: 6 })
  const start =
    Temporal.ZonedDateTime.compare(monday, here) > 0 ? monday.subtract({ weeks: 1 }) : monday
  return new Date(start.epochMilliseconds).toISOString()
}

/** Each review that is mailed is asked of whom the mails go to; when, is when it was first asked. */
async function askedIn(work: Work, mails: readonly ReviewMail[]): Promise<Change[]> {
  const asked = new Map<string, { recordId: string; dueOn: string; people: string[] }>()
  for (const { person, due } of mails)
    for (const { kind, recordId, on: dueOn } of due) {
      if (kind !== 'review') continue
      const known = asked.get(recordId) ?? { recordId, dueOn, people: [] }
      known.people.push(person.id)
      asked.set(recordId, known)
    }
  const changes: Change[] = []
  for (const { people, ...which } of asked.values()) {
    const before = await openReview(work, which)
    const all = [...new Set([...(before?.asked ?? []), ...people])]
    if (all.length === before?.asked.length) continue
    const askedAt = before?.askedAt ?? work.now
    changes.push(await keepReview(work, { ...which, before }, { asked: all, askedAt }))
  }
  return changes
}
