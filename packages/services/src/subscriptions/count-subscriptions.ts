import { and, eq } from 'drizzle-orm'
import * as z from 'zod'
import { reading } from '../verb.ts'

/** How many hear of changes, in which language, and how many have not confirmed or left: never who. */
export const countSubscriptions = reading(
  { permission: 'subscription:read' },
  z.undefined(),
  async ({ db, tables: { subscriptions } }) => {
    const count = (state: 'pending' | 'confirmed' | 'left', language?: 'en' | 'fr') =>
      db.$count(
        subscriptions,
        and(
          eq(subscriptions.state, state),
          language ? eq(subscriptions.language, language) : undefined,
        ),
      )
    return {
      confirmed: await count('confirmed'),
      english: await count('confirmed', 'en'),
      french: await count('confirmed', 'fr'),
      pending: await count('pending'),
      left: await count('left'),
    }
  },
)
