import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { eq, lt } from 'drizzle-orm'
import type { Context, Work } from '../verb.ts'

const free = 3
const longest = 15 * 60
const forgottenAfter = 24 * 60 * 60 * 1000
const waits = {
  password: both(
    'Too many wrong passwords for this address. Try again in {seconds, plural, one {# second} other {# seconds}}.',
    'Trop de mots de passe erronés pour cette adresse. Réessayez dans {seconds, plural, one {# seconde} other {# secondes}}.',
  ),
  code: both(
    'Too many wrong codes for this account. Try again in {seconds, plural, one {# second} other {# seconds}}.',
    'Trop de codes erronés pour ce compte. Réessayez dans {seconds, plural, one {# seconde} other {# secondes}}.',
  ),
}

/** Seconds to wait after so many failures: none after the first three, then 1, 2, 4 … up to 15 minutes. */
export const delayAfter = (failures: number): number =>
  failures <= free ? 0 : Math.min(2 ** (failures - free - 1), longest)

/**
 * Counts a try before its password is looked at, so that tries at the same moment cannot share one look.
 * Refuses with TOO_MANY and `details.retryAfter` in seconds while the key is delayed.
 */
export async function countTry(
  { database, now }: Context,
  key: string,
  of: keyof typeof waits = 'password',
): Promise<void> {
  const at = now()
  const left = await database.writing(async (db) => {
    const { signInDelays } = database.tables
    const [known] = await db.select().from(signInDelays).where(eq(signInDelays.addressHash, key))
    const until = known ? Date.parse(known.until) : 0
    if (until > at.getTime()) return Math.ceil((until - at.getTime()) / 1000)
    await db.delete(signInDelays).where(lt(signInDelays.lastFailureAt, before(at, forgottenAfter)))
    const isOld = known !== undefined && known.lastFailureAt < before(at, forgottenAfter)
    const failures = (known && !isOld ? known.failures : 0) + 1
    const state = {
      failures,
      lastFailureAt: at.toISOString(),
      until: untilAfter(failures, at),
    }
    await db
      .insert(signInDelays)
      .values({ addressHash: key, ...state })
      .onConflictDoUpdate({ target: signInDelays.addressHash, set: state })
    return 0
  })
  if (left > 0)
    throw new Refusal('TOO_MANY', waits[of], {
      values: { seconds: left },
      details: { retryAfter: left },
    })
}

/** Begins the delay anew: the try turned out wrong, and looking at it took its time. */
export async function delayFromNow({ db, tables, now }: Work, key: string): Promise<void> {
  const { signInDelays } = tables
  const [known] = await db.select().from(signInDelays).where(eq(signInDelays.addressHash, key))
  if (!known) return
  const until = untilAfter(known.failures, new Date(now))
  await db.update(signInDelays).set({ until }).where(eq(signInDelays.addressHash, key))
}

/** Forgets the failures of a key: the right password was given, or a new one was set. */
export async function forgetTries({ db, tables }: Work, key: string): Promise<void> {
  await db.delete(tables.signInDelays).where(eq(tables.signInDelays.addressHash, key))
}

const untilAfter = (failures: number, at: Date) =>
  new Date(at.getTime() + delayAfter(failures) * 1000).toISOString()
const before = (at: Date, milliseconds: number) =>
  new Date(at.getTime() - milliseconds).toISOString()
