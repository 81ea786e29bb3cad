import { and, eq, isNotNull, like, not } from 'drizzle-orm'
import * as z from 'zod'
import { sealedStart, sealingKey } from '../people/sealed-secret.ts'
import { reading } from '../verb.ts'

/**
 * How many hear of changes, in which language, and how many have not confirmed or left: never who. `unreadable` of those who
 * confirmed are told nothing any more: an earlier secret of the installation sealed their addresses.
 */
export const countSubscriptions = reading(
  { permission: 'subscription:read' },
  z.undefined(),
  async ({ db, tables: { subscriptions }, secret }) => {
    const count = (state: 'pending' | 'confirmed' | 'left', language?: 'en' | 'fr') =>
      db.$count(
        subscriptions,
        and(
          eq(subscriptions.state, state),
          language ? eq(subscriptions.language, language) : undefined,
        ),
      )
    const unreadable = (by: string) =>
      db.$count(
        subscriptions,
        and(
          eq(subscriptions.state, 'confirmed'),
          isNotNull(subscriptions.address),
          not(like(subscriptions.address, `${sealedStart(sealingKey(by, 'mail'))}%`)),
        ),
      )
    return {
      confirmed: await count('confirmed'),
      english: await count('confirmed', 'en'),
      french: await count('confirmed', 'fr'),
      pending: await count('pending'),
      left: await count('left'),
      unreadable: secret === undefined ? 0 : await unreadable(secret),
    }
  },
)
