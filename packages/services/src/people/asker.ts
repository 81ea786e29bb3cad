import type { Database } from '@ropewalk/db/database.ts'
import { type Actor, publicActor } from '@ropewalk/domain/permissions.ts'
import { and, eq, gt, isNull } from 'drizzle-orm'
import { clockOf } from '../clock.ts'
import { actorOf, isOpen, type User } from './person.ts'
import { hashOf } from './secrets.ts'
import { endOf, sessionLife } from './sessions.ts'

/** Who asks, and from which session. */
export type Asker = { actor: Actor; session?: string }
export const nobody: Asker = { actor: publicActor }

/** The person whose session a cookie opens; roles and disablement as they are now. Anything else is `public`. */
export async function askerBySession(database: Database, token: string, at: Date): Promise<Asker> {
  const { sessions, users } = database.tables
  const now = at.toISOString()
  const found = await database.reading(async (db) => {
    const [row] = await db
      .select({ session: sessions, user: users })
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .where(and(eq(sessions.tokenHash, hashOf(token)), gt(sessions.expiresAt, now)))
    return row && (await isOpenAt(database, db, row.user, at)) ? row : undefined
  })
  if (!found) return nobody
  const { session, user } = found
  if (Date.parse(session.lastSeenAt) <= at.getTime() - sessionLife.toldEvery)
    unnoticed(touchSession(database, session, now))
  return { actor: actorOf(user), session: session.id }
}

/** The person whose token this is, to read as he or she does. */
export async function askerByToken(database: Database, token: string, at: Date): Promise<Asker> {
  const { tokens, users } = database.tables
  const found = await database.reading(async (db) => {
    const [row] = await db
      .select({ token: tokens, user: users })
      .from(tokens)
      .innerJoin(users, eq(users.id, tokens.userId))
      .where(and(eq(tokens.tokenHash, hashOf(token)), isNull(tokens.revokedAt)))
    if (!row || !(await isOpenAt(database, db, row.user, at))) return undefined
    const { today } = await clockOf({ ...database, db }, at)
    return row.token.expiresOn >= today ? row : undefined
  })
  if (!found) return nobody
  const { id, lastUsedAt } = found.token
  if (lastUsedAt === null || Date.parse(lastUsedAt) <= at.getTime() - 60_000)
    unnoticed(touchToken(database, id, at.toISOString()))
  const { user } = found
  return {
    actor: { kind: 'token', id: user.id, name: user.name, roles: user.roles, token: id },
  }
}

type Reader = Parameters<Parameters<Database['reading']>[0]>[0]

// The day is looked up only for accounts that end: one indexed query is all that the others cost.
async function isOpenAt(database: Database, db: Reader, user: User, at: Date): Promise<boolean> {
  if (user.disabledAt !== null || user.expiresOn === null) return user.disabledAt === null
  const { today } = await clockOf({ ...database, db }, at)
  return isOpen(user, today)
}

// When there is no room on the disk, reading goes on: that a session was used is then not written down.
const unnoticed = (writing: Promise<unknown>) => void writing.catch(() => undefined)

function touchSession(
  database: Database,
  { id, createdAt, lastSeenAt }: { id: string; createdAt: string; lastSeenAt: string },
  now: string,
) {
  const { sessions } = database.tables
  return database.writing((db) =>
    db
      .update(sessions)
      .set({ lastSeenAt: now, expiresAt: endOf({ createdAt, lastSeenAt: now }) })
      .where(and(eq(sessions.id, id), eq(sessions.lastSeenAt, lastSeenAt))),
  )
}

function touchToken(database: Database, id: string, now: string) {
  const { tokens } = database.tables
  return database.writing((db) =>
    db.update(tokens).set({ lastUsedAt: now }).where(eq(tokens.id, id)),
  )
}
