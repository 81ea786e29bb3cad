import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'

const busy = both(
  '{most} exports are under way. Try again in a moment.',
  '{most} exports sont en cours. Réessayez dans un instant.',
)
const yours = both(
  '{most} of your exports are under way. Try again when one is done.',
  '{most} de vos exports sont en cours. Réessayez quand l’un d’eux sera terminé.',
)

/** How many exports at once, over all and for one person, and how long one may take, in milliseconds. */
export type Turns = { most: number; each: number; deadline: number }

/**
 * Lets a few exports run at once: each holds one state of the register while its reader takes it. One person leaves room
 * for others, and a reader that does not come to the end is cut off by the signal.
 */
export function exportTurns({ most, each, deadline }: Turns) {
  const underway: string[] = []
  return async <T>(person: string, run: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    if (underway.length >= most) throw new Refusal('UNAVAILABLE', busy, { values: { most } })
    if (underway.filter((of) => of === person).length >= each)
      throw new Refusal('TOO_MANY', yours, { values: { most: each } })
    underway.push(person)
    try {
      return await run(AbortSignal.timeout(deadline))
    } finally {
      underway.splice(underway.indexOf(person), 1)
    }
  }
}
