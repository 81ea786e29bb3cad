import { randomUUID } from 'node:crypto'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { and, desc, eq, gt, lt, ne } from 'drizzle-orm'
import * as z from 'zod'
import { permit, reading, type Work, writing } from '../verb.ts'
import { personId } from './fields.ts'
import { hashOf, newSecret } from './secrets.ts'

const hours = 60 * 60 * 1000
/** A session ends after 12 hours without a request and after 7 days in any case, in milliseconds. */
export const sessionLife = { idle: 12 * hours, whole: 7 * 24 * hours, toldEvery: hours / 12 }

/** Where a session was opened, as the list of sessions shows it. */
export type From = { networkAddress: string; browser: string }
export const nowhere: From = { networkAddress: '', browser: '' }

const gone = both('There is no such session.', 'Cette session n’existe pas.')

/** Opens a session. Its token is for the cookie alone: here it is known by hash. */
export async function openSession(
  { db, tables, now }: Work,
  userId: string,
  from: From,
): Promise<{ id: string; token: string }> {
  const { sessions } = tables
  await db.delete(sessions).where(lt(sessions.expiresAt, now))
  const token = newSecret()
  const id = randomUUID()
  await db.insert(sessions).values({
    id,
    userId,
    tokenHash: hashOf(token),
    createdAt: now,
    lastSeenAt: now,
    expiresAt: endOf({ createdAt: now, lastSeenAt: now }),
    networkAddress: from.networkAddress.slice(0, 45),
    browser: from.browser.slice(0, 200),
    provedAt: now,
  })
  return { id, token }
}

export const endOf = ({ createdAt, lastSeenAt }: { createdAt: string; lastSeenAt: string }) =>
  new Date(
    Math.min(Date.parse(lastSeenAt) + sessionLife.idle, Date.parse(createdAt) + sessionLife.whole),
  ).toISOString()

/** Ends the sessions of a person, all or all but one, and the sign-ins that await a code. */
export async function endSessions(
  { db, tables }: Work,
  userId: string,
  but?: string,
): Promise<void> {
  const { sessions, pendingSignIns } = tables
  await db.delete(pendingSignIns).where(eq(pendingSignIns.userId, userId))
  const theirs = eq(sessions.userId, userId)
  await db.delete(sessions).where(but === undefined ? theirs : and(theirs, ne(sessions.id, but)))
}

/** One's own open sessions, or with `people:manage` those of another person; the newest use first. */
export const listSessions = reading(
  { permission: 'own-account:change' },
  z.strictObject({ person: personId.optional() }).optional(),
  async ({ db, tables, actor, now, session }, input) => {
    const person = input?.person ?? actor.id
    if (person !== actor.id) permit(actor, 'people:manage')
    const { sessions } = tables
    const found = await db
      .select()
      .from(sessions)
      .where(and(eq(sessions.userId, person), gt(sessions.expiresAt, now)))
      .orderBy(desc(sessions.lastSeenAt))
    return found.map(({ tokenHash: _, userId: __, provedAt: ___, ...shown }) => ({
      ...shown,
      isThis: shown.id === session,
    }))
  },
)

/** Ends one of one's own sessions, or with `people:manage` another person's. */
export const revokeSession = writing(
  { verb: 'sessions.revoke', permission: 'own-account:change' },
  z.strictObject({ id: z.uuid() }),
  async ({ db, tables, actor }, { id }) => {
    const { sessions } = tables
    const [ended] = await db.delete(sessions).where(eq(sessions.id, id)).returning()
    if (!ended) throw new Refusal('NOT_FOUND', gone, { field: 'id' })
    if (ended.userId !== actor.id) permit(actor, 'people:manage')
    return {
      change: {
        of: ended.userId,
        record: sessionKey(id),
        before: { session: id, createdAt: ended.createdAt },
        after: null,
      },
      result: { id },
    }
  },
)

/** What the log calls a session. */
export const sessionKey = (id: string): string => `session ${id}`

/** How the log tells that a person signed in. */
export const opened = (of: string, session: string) => ({
  of,
  record: sessionKey(session),
  before: null,
  after: { session },
})

/** What the log calls that a person gave a password or a code, or failed to. */
export const proofKey = (id: string): string => `proof of ${id}`
