import { sessionAsker, tokenAsker } from '@ropewalk/db/askers.ts'
import type { Database, Db } from '@ropewalk/db/database.ts'
import { type Actor, publicActor } from '@ropewalk/domain/permissions.ts'
import { and, eq } from 'drizzle-orm'
import { clockOf } from '../clock.ts'
import { isOpen } from './person.ts'
import { requiredOf } from './second-factor-rule.ts'
import { hashOf } from './secrets.ts'
import { endOf, sessionLife } from './sessions.ts'

/** Who asks, from which session, and when a password or a code was last given in it. */
export type Asker = { actor: Actor; session?: string; provedAt?: string }
export const nobody: Asker = { actor: publicActor }

/** The person whose session a cookie opens; roles and disablement as they are now. Anything else is `public`. */
export async function askerBySession(database: Database, token: string, at: Date): Promise<Asker> {
  const now = at.toISOString()
  const found = await database.reading(async (db) => {
    const session = await sessionAsker(db, hashOf(token), now)
    return session && (await isOpenAt(database, db, { user: session, at })) ? session : undefined
  })
  if (!found) return nobody
  const { id, userId, name, roles } = found
  if (Date.parse(found.lastSeenAt) <= at.getTime() - sessionLife.toldEvery)
    unnoticed(touchSession(database, found, now))
  const person = { kind: 'person', id: userId, name, roles } as const
  const isRequired = requiredOf(found.secondFactorRule).some((role) => roles.includes(role))
  const mustEnrol = isRequired && found.secondFactorSince === null
  const actor = mustEnrol ? ({ ...person, mustEnrol } as const) : person
  return { actor, session: id, provedAt: found.provedAt }
}

/** The person whose token this is, to read as he or she does. */
export async function askerByToken(database: Database, token: string, at: Date): Promise<Asker> {
  const found = await database.reading(async (db) => {
    const known = await tokenAsker(db, hashOf(token))
    if (!known || !(await isOpenAt(database, db, { user: known, at }))) return undefined
    const { today } = await clockOf({ ...database, db }, at)
    return known.lastDay >= today ? known : undefined
  })
  if (!found) return nobody
  const { id, userId, name, roles, lastUsedAt } = found
  if (lastUsedAt === null || Date.parse(lastUsedAt) <= at.getTime() - 60_000)
    unnoticed(touchToken(database, id, at.toISOString()))
  return { actor: { kind: 'token', id: userId, name, roles, token: id } }
}

type Ends = { disabledAt: string | null; expiresOn: string | null }

// The day is looked up only for accounts that end: one indexed query is all that the others cost.
async function isOpenAt(
  database: Database,
  db: Db,
  { user, at }: { user: Ends; at: Date },
): Promise<boolean> {
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
