import { and, eq, gt, ne } from 'drizzle-orm'
import * as z from 'zod'
import { later } from '../clock.ts'
import type { Change } from '../history.ts'
import { forgetMails } from '../mails/end-mails.ts'
import { hashOf } from '../people/secrets.ts'
import { reading, type Work, writing } from '../verb.ts'
import { confirmWithin } from './subscribe.ts'
import {
  emptied,
  hasEnded,
  refuseDeadLink,
  type Subscription,
  subscriptionChange,
  subscriptionKey,
} from './subscription.ts'

const Token = z.strictObject({ token: z.string().max(200) })

/** Refuses a token that confirms nothing (any more); a look does nothing else. */
export const readConfirmation = reading(
  { permission: 'public:subscribe' },
  Token,
  async (work, { token }) => {
    await pendingBy(work, token)
    return {}
  },
)

/** The address is confirmed; what it subscribed to before gives way. */
export const confirmSubscription = writing(
  { verb: 'subscriptions.confirm', permission: 'public:subscribe' },
  Token,
  async (work, { token }) => {
    const { db, tables, now } = work
    const { subscriptions } = tables
    const pending = await pendingBy(work, token)
    const others = and(
      eq(subscriptions.addressHash, pending.addressHash),
      ne(subscriptions.id, pending.id),
    )
    const before = await db
      .select()
      .from(subscriptions)
      .where(and(others, eq(subscriptions.state, 'confirmed')))
    await db.delete(subscriptions).where(and(others, eq(subscriptions.state, 'pending')))
    const left = before.map((each) => emptied(each, now))
    const joined = { ...pending, state: 'confirmed' as const, tokenHash: null, confirmedAt: now }
    for (const each of [...left, joined])
      await db.update(subscriptions).set(each).where(eq(subscriptions.id, each.id))
    const steps: Change[] = []
    for (const { id } of left)
      steps.push(...(await forgetMails(work, subscriptionKey(id), hasEnded)))
    return {
      change: [
        ...left.map((each, index) =>
          subscriptionChange(before[index] ?? null, each, 'subscriptions.leave'),
        ),
        subscriptionChange(null, joined, 'subscriptions.confirm'),
        ...steps,
      ],
      result: {},
    }
  },
)

async function pendingBy({ db, tables, now }: Work, token: string): Promise<Subscription> {
  const { subscriptions } = tables
  const since = later(now, -confirmWithin * 3_600_000)
  const [found] = await db
    .select()
    .from(subscriptions)
    .where(
      and(
        eq(subscriptions.tokenHash, hashOf(token)),
        eq(subscriptions.state, 'pending'),
        gt(subscriptions.createdAt, since),
      ),
    )
  return found ?? refuseDeadLink()
}
