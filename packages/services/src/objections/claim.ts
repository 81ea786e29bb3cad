import type { Objector } from '@ropewalk/domain/changes/objection.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both, type Language } from '@ropewalk/domain/words.ts'
import * as z from 'zod'
import { openable, type SealingKey, sealed, sealingKey } from '../people/sealed-secret.ts'
import { pathIn } from '../subscriptions/subscription.ts'

/** What the link of a mail says: who may object to what. Sealed, so that it is kept nowhere and tells nobody. */
export type Claim = {
  change: string
  from: Objector
  party: string | null
  address: string
  /** After it (ISO 8601, UTC) the link no longer works; null: always. */
  until: string | null
}

const Claimed = z.strictObject({
  change: z.string(),
  from: z.enum(['party', 'subscriber', 'public']),
  party: z.string().nullable(),
  address: z.string(),
  until: z.string().nullable(),
})

const owner = 'objection'

/** The address of the page where one may object. `base` is the public address, without a slash at its end. */
export const objectLink = (
  { key, base }: { key: SealingKey; base: string },
  claim: Claim,
  language: Language,
): string => `${base}${pathIn(language, `objections/${sealed(key, JSON.stringify(claim), owner)}`)}`

/** Refuses with NOT_FOUND what is no link of this installation, or is past. */
export function claimIn(secret: string | undefined, token: string, now: string): Claim {
  const claim = read(secret, token)
  if (!claim || (claim.until !== null && claim.until < now)) throw new Refusal('NOT_FOUND', dead)
  return claim
}

function read(secret: string | undefined, token: string): Claim | undefined {
  const text = openable(sealingKey(secret, 'mail'), token, owner)
  return text === undefined ? undefined : Claimed.parse(JSON.parse(text))
}

const dead = both(
  'This link does not work: it is not whole, or older than 48 hours.',
  'Ce lien ne fonctionne pas : il est incomplet ou date de plus de 48 heures.',
)
