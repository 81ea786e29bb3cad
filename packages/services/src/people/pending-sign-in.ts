import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { and, eq, gt, lt } from 'drizzle-orm'
import { later } from '../clock.ts'
import type { Work } from '../verb.ts'
import { hashOf, newSecret } from './secrets.ts'

/** How long the code may be awaited after the right password, in milliseconds. */
export const pendingLife = 5 * 60_000

const gone = both(
  'More than 5 minutes have passed since the password: sign in anew.',
  'Plus de 5 minutes ont passé depuis le mot de passe : reconnectez-vous.',
)

/** The password was right and the code is awaited. The token is for a cookie alone, and no session's. */
export type CodeAwaited = { pending: { token: string } }

export async function openPending({ db, tables, now }: Work, userId: string): Promise<CodeAwaited> {
  const { pendingSignIns } = tables
  await db.delete(pendingSignIns).where(lt(pendingSignIns.expiresAt, now))
  const token = newSecret()
  const expiresAt = later(now, pendingLife)
  await db
    .insert(pendingSignIns)
    .values({ tokenHash: hashOf(token), userId, createdAt: now, expiresAt })
  return { pending: { token } }
}

/** Whose sign-in awaits the code of this token. Refuses one that is used, void or too old, all with one sentence. */
export async function pendingUser(
  { db, tables, now }: Pick<Work, 'db' | 'tables' | 'now'>,
  token: string,
): Promise<string> {
  const { pendingSignIns } = tables
  const [found] = await db
    .select({ userId: pendingSignIns.userId })
    .from(pendingSignIns)
    .where(and(eq(pendingSignIns.tokenHash, hashOf(token)), gt(pendingSignIns.expiresAt, now)))
  if (!found) throw new Refusal('UNAUTHORIZED', gone, { details: { signInAnew: true } })
  return found.userId
}

export async function dropPending({ db, tables }: Work, token: string): Promise<void> {
  const { pendingSignIns } = tables
  await db.delete(pendingSignIns).where(eq(pendingSignIns.tokenHash, hashOf(token)))
}
