import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import type { Context } from '../verb.ts'

/** How long a password or a code that was given counts as fresh, in milliseconds. */
const freshFor = 10 * 60_000

const stale = both(
  'Confirm that it is you: give your password or a code of your second factor, then try again.',
  'Confirmez que c’est bien vous : donnez votre mot de passe ou un code de votre second facteur, puis réessayez.',
)

/** Refuses with STEP_UP when the person gave no proof within 10 minutes. The system proved itself elsewhere. */
export function refuseStale({ actor, now, provedAt }: Context): void {
  if (actor.kind === 'system') return
  const age = provedAt ? now().getTime() - Date.parse(provedAt) : Number.POSITIVE_INFINITY
  if (age <= freshFor) return
  throw new Refusal('STEP_UP', stale, { details: { freshForMinutes: freshFor / 60_000 } })
}
