import type { Database } from '@ropewalk/db/database.ts'
import { askReviews } from '@ropewalk/services/reviews/weekly.ts'
import type { Logger } from './logger.ts'
import type { Mailer } from './mail.ts'
import { reviewMail } from './review-mail.ts'

type Parts = {
  database: Database
  mailer: Pick<Mailer, 'send'>
  base: () => string
  now: () => Date
  log: Pick<Logger, 'error'>
}

/**
 * Mails what is due, expiring or overdue to whoever was not mailed this week. The log has it before the mail leaves, so
 * that nobody is mailed twice; one that cannot be sent is logged, and comes again the week after.
 */
export async function mailReviews({ database, mailer, base, now, log }: Parts): Promise<number> {
  const mails = await askReviews.run(
    { database, now, door: 'job', actor: { kind: 'system', id: 'system', name: 'system' } },
    undefined,
  )
  for (const mail of mails)
    await mailer.send(reviewMail(mail, base())).catch((err: unknown) => {
      log.error({ err }, 'the mail about reviews could not be sent')
    })
  return mails.length
}

const hour = 3_600_000

/** Asks each hour whether a week has begun; the first time five minutes after the start. Gives what stops it. */
export function mailReviewsWeekly(parts: Parts): () => void {
  const ask = () =>
    void mailReviews(parts).catch((err: unknown) =>
      parts.log.error({ err }, 'what is due could not be mailed'),
    )
  const timers = [setTimeout(ask, 300_000).unref(), setInterval(ask, hour).unref()]
  return () => {
    for (const timer of timers) clearInterval(timer)
  }
}
