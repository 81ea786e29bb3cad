import { eq } from 'drizzle-orm'
import * as z from 'zod'
import { forgetMails } from '../mails/end-mails.ts'
import { reading, writing } from '../verb.ts'
import {
  emptied,
  hasEnded,
  leaverOf,
  refuseDeadLink,
  subscriptionChange,
  subscriptionKey,
  subscriptionOf,
} from './subscription.ts'

const Token = z.strictObject({ token: z.string().max(200) })

/** Refuses a token that is not whole; a look does nothing else, and says nothing of whose it is. */
export const readLeaving = reading(
  { permission: 'public:subscribe' },
  Token,
  async ({ secret = '' }, { token }) => {
    if (leaverOf(secret, token) === undefined) refuseDeadLink()
    return {}
  },
)

/** Ends a subscription: only the keyed hash of the address stays, also of the mails that it got. Once more does nothing. */
export const leave = writing(
  { verb: 'subscriptions.leave', permission: 'public:subscribe' },
  Token,
  async (work, { token }) => {
    const id = leaverOf(work.secret ?? '', token) ?? refuseDeadLink()
    const before = await subscriptionOf(work, id)
    if (before?.state !== 'confirmed') return { change: [], result: {} }
    const after = emptied(before, work.now)
    const { subscriptions } = work.tables
    await work.db.update(subscriptions).set(after).where(eq(subscriptions.id, id))
    const steps = await forgetMails(work, subscriptionKey(id), hasEnded)
    return {
      change: [subscriptionChange(before, after, 'subscriptions.leave'), ...steps],
      result: {},
    }
  },
)
