import type { Role } from '@ropewalk/domain/permissions.ts'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from './database.ts'

type Person = {
  userId: string
  name: string
  roles: Role[]
  disabledAt: string | null
  expiresOn: string | null
}
export type SessionAsker = Person & {
  id: string
  createdAt: string
  lastSeenAt: string
  provedAt: string
  /** When the second factor was confirmed; null without one. */
  secondFactorSince: string | null
  /** The fact that holds which roles require one, as it is kept. */
  secondFactorRule: string | null
}
export type TokenAsker = Person & { id: string; lastUsedAt: string | null; lastDay: string }

// Asked at every request: in SQL, because drizzle takes four times as long to say the same.
const person = sql`u.id as "userId", u.name, u.roles, u.disabled_at as "disabledAt", u.expires_on as "expiresOn"`

/** The session with this hash that has not ended, and whose it is. */
export const sessionAsker = (db: Db, hash: string, now: string) =>
  one<SessionAsker>(
    db,
    sql`select s.id, s.created_at as "createdAt", s.last_seen_at as "lastSeenAt", s.proved_at as "provedAt", (select f.confirmed_at from second_factors f where f.user_id = u.id) as "secondFactorSince", (select value from facts where key = 'second-factor') as "secondFactorRule", ${person} from sessions s join users u on u.id = s.user_id where s.token_hash = ${hash} and s.expires_at > ${now}`,
  )

/** The token with this hash that was not revoked, and whose it is. */
export const tokenAsker = (db: Db, hash: string) =>
  one<TokenAsker>(
    db,
    sql`select t.id, t.last_used_at as "lastUsedAt", t.expires_on as "lastDay", ${person} from tokens t join users u on u.id = t.user_id where t.token_hash = ${hash} and t.revoked_at is null`,
  )

async function one<Row extends Person>(db: Db, statement: SQL): Promise<Row | undefined> {
  const [found] = await db.rows<Row>(statement)
  if (!found) return undefined
  // SQLite gives JSON as text, PostgreSQL as what it says.
  const roles: unknown = found.roles
  return { ...found, roles: typeof roles === 'string' ? JSON.parse(roles) : roles }
}
