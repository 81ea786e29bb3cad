import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Tables } from '@ropewalk/db/tables/tables.ts'
import { publicRoot } from '@ropewalk/domain/public-root.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both, type Language } from '@ropewalk/domain/words.ts'
import { eq } from 'drizzle-orm'
import type { Change } from '../history.ts'
import type { Work } from '../verb.ts'

export type Subscription = Tables['subscriptions']['$inferSelect']

/** What the log calls a subscription. */
export const subscriptionKey = (id: string): string => `subscription ${id}`

/** Why what waited for one is given up. */
export const hasEnded = 'the subscription was ended'

/** What the log keeps of one: that somebody joined and left, by the keyed hash of the address alone. */
export const toldSubscription = ({
  id,
  state,
  addressHash,
  confirmedAt,
  leftAt,
}: Subscription) => ({
  id,
  state,
  addressHash,
  confirmedAt,
  leftAt,
})

export const subscriptionChange = (
  before: Subscription | null,
  after: Subscription,
  verb: string,
): Change => ({
  of: subscriptionKey(after.id),
  before: before && toldSubscription(before),
  after: toldSubscription(after),
  verb,
})

/** The secret of the link that ends a subscription: it follows from the installation's, so that it is kept nowhere. */
export function leaveToken(secret: string, id: string): string {
  const mac = createHmac('sha256', secret).update(`leave subscription\0${id}`).digest('base64url')
  return `${id}.${mac}`
}

/** Whose link a token is; nothing when it is nobody's. */
export function leaverOf(secret: string, token: string): string | undefined {
  const [id = ''] = token.split('.', 1)
  const [given, right] = [token, leaveToken(secret, id)].map((text) => Buffer.from(text))
  const isRight = given && right && given.length === right.length && timingSafeEqual(given, right)
  return isRight ? id : undefined
}

export async function subscriptionOf(
  { db, tables: { subscriptions } }: Pick<Work, 'db' | 'tables'>,
  id: string,
): Promise<Subscription | undefined> {
  const [found] = await db.select().from(subscriptions).where(eq(subscriptions.id, id))
  return found
}

/** Empties it of everything but the keyed hash of the address. */
export const emptied = (subscription: Subscription, now: string): Subscription => ({
  ...subscription,
  state: 'left',
  address: null,
  language: null,
  topics: null,
  tokenHash: null,
  leftAt: now,
})

/** A public address in the language of its reader. */
export const pathIn = (language: Language, path: string): string =>
  `${publicRoot(language)}/${path}`

export function refuseDeadLink(): never {
  throw new Refusal('NOT_FOUND', dead)
}

const dead = both(
  'This link does not work: it is not whole, was used, or is older than 48 hours.',
  'Ce lien ne fonctionne pas : il est incomplet, a déjà servi ou date de plus de 48 heures.',
)
