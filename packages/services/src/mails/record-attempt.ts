import { eq } from 'drizzle-orm'
import * as z from 'zod'
import { type Told, writing } from '../verb.ts'
import { detailOf, type MailRow, mailChange, mailOf } from './mail.ts'
import { nextAttempt } from './retries.ts'

const Attempt = z.strictObject({
  id: z.uuid(),
  by: z.string(),
  attempt: z.int(),
  /** `failed`: for now. `refused`: for good. */
  outcome: z.enum(['sent', 'kept', 'failed', 'refused']),
  /** What the mail server said. */
  detail: z.string(),
})
type Attempt = z.output<typeof Attempt>

/**
 * What became of one attempt. A mail that was sent is settled whoever holds it now; a failure counts only for who holds
 * it. Without effect on one that is settled.
 */
export const recordAttempt = writing(
  { verb: 'mails.deliver', permission: 'mail:manage' },
  Attempt,
  async (work, attempt): Promise<Told<MailRow['state']>> => {
    const before = await mailOf(work, attempt.id)
    const isDone = attempt.outcome === 'sent' || attempt.outcome === 'kept'
    const isMine = before.claimedBy === attempt.by && before.attempts === attempt.attempt
    if (before.state !== 'waiting' || !(isDone || isMine))
      return { change: [], result: before.state }
    const after = {
      ...before,
      ...afterIt(before, attempt, work.now),
      claimedBy: null,
      claimedUntil: null,
    }
    const { mails } = work.tables
    await work.db.update(mails).set(after).where(eq(mails.id, after.id))
    const verb = after.state === 'dead' ? 'mails.giveUp' : 'mails.deliver'
    const isTold = after.told && after.state !== 'waiting'
    return { change: isTold ? mailChange(verb, before, after) : [], result: after.state }
  },
)

function afterIt(
  before: MailRow,
  { outcome, detail: said }: Attempt,
  now: string,
): Partial<MailRow> {
  const detail = detailOf(said, before.address)
  if (outcome === 'sent' || outcome === 'kept')
    return { state: outcome, detail, body: null, deliveredAt: now, settledAt: now }
  const next =
    outcome === 'failed' ? nextAttempt(before.attempts - before.attemptsBefore, now) : undefined
  if (next === undefined || (before.until !== null && next > before.until))
    return { state: 'dead', detail, settledAt: now }
  return { detail, nextAttemptAt: next }
}
