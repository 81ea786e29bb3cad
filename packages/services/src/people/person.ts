import type { Tables } from '@ropewalk/db/tables/tables.ts'
import { type Actor, can, permissions, type Role } from '@ropewalk/domain/permissions.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both, type Language } from '@ropewalk/domain/words.ts'
import { and, eq } from 'drizzle-orm'
import { nextId } from '../counters.ts'
import type { Change } from '../history.ts'
import { boundTo } from '../log/bound.ts'
import type { Work } from '../verb.ts'

export type User = Tables['users']['$inferSelect']
type Reach = Pick<Work, 'db' | 'tables'>

/** Invited: without a password yet. Expired: its last day is past. */
export type PersonStatus = 'active' | 'invited' | 'disabled' | 'expired'

const refusals = {
  gone: both('There is no such person.', 'Cette personne n’existe pas.'),
  taken: both('{email} already has an account.', '{email} a déjà un compte.'),
  stale: both(
    'This person was changed meanwhile: look again, then decide.',
    'Cette personne a été modifiée entre-temps : revoyez-la, puis décidez.',
  ),
}

type Ends = Pick<User, 'disabledAt' | 'expiresOn'>
/** An account works until the end of its last day, and not while it is disabled. */
export const isOpen = ({ disabledAt, expiresOn }: Ends, today: string): boolean =>
  disabledAt === null && (expiresOn === null || expiresOn >= today)

export function statusOf(user: User, has: { password: boolean }, today: string): PersonStatus {
  if (user.disabledAt !== null) return 'disabled'
  if (!isOpen(user, today)) return 'expired'
  return has.password ? 'active' : 'invited'
}

/** What history keeps of a person. */
export const told = ({ updatedAt: _, lastSignInAt: __, ...state }: User) => state

export const actorOf = ({ id, name, roles }: User): Actor => ({ kind: 'person', id, name, roles })

/** Who did it, as a column that is not history keeps it: the id of a person, else words. */
export const byWhom = (actor: Actor): string =>
  actor.kind === 'system' ? `system (${actor.name})` : actor.id

export async function personOf({ db, tables }: Reach, id: string): Promise<User> {
  const [found] = await db.select().from(tables.users).where(eq(tables.users.id, id))
  return found ?? refuseUnknown('id')
}

export const hasPeople = async ({ db, tables }: Reach): Promise<boolean> =>
  (await db.select({ id: tables.users.id }).from(tables.users).limit(1)).length > 0

export async function personByEmail({ db, tables }: Reach, email: string): Promise<User> {
  const [found] = await db.select().from(tables.users).where(eq(tables.users.email, email))
  return found ?? refuseUnknown('email')
}

export function refuseUnknown(field: 'id' | 'email'): never {
  throw new Refusal('NOT_FOUND', refusals.gone, { field })
}

export type NewPerson = {
  name: string
  email: string
  roles: Role[]
  language?: Language | undefined
  expiresOn?: string | null | undefined
}

/** Refuses an address that has an account. Once there is somebody, the links for a first account are void. */
export async function insertPerson(work: Work, person: NewPerson, by: string): Promise<User> {
  const { db, tables, now } = work
  const { users, singleUseLinks } = tables
  const [taken] = await db.select().from(users).where(eq(users.email, person.email))
  if (taken)
    throw new Refusal('INVALID', refusals.taken, {
      values: { email: person.email },
      field: 'email',
    })
  const user: User = {
    id: await nextId(work, 'US'),
    version: 1,
    name: person.name,
    email: person.email,
    roles: person.roles,
    language: person.language ?? 'en',
    createdAt: now,
    updatedAt: now,
    createdBy: by,
    lastSignInAt: null,
    disabledAt: null,
    expiresOn: person.expiresOn ?? null,
  }
  await db.insert(users).values(user)
  await db.delete(singleUseLinks).where(eq(singleUseLinks.kind, 'first'))
  return user
}

type Changes = Partial<Pick<User, 'name' | 'roles' | 'language' | 'disabledAt' | 'expiresOn'>>

/** Refuses with CONFLICT when the version that was read is no longer there. */
export async function changePerson(
  { db, tables, now }: Work,
  before: User,
  { version, ...changes }: Changes & { version: number },
): Promise<User> {
  const { users } = tables
  const after = { ...before, ...changes, version: before.version + 1, updatedAt: now }
  const changed = await db
    .update(users)
    .set(after)
    .where(and(eq(users.id, before.id), eq(users.version, version)))
    .returning({ id: users.id })
  if (changed.length === 0)
    throw new Refusal('CONFLICT', refusals.stale, { details: { yours: version, theirs: before } })
  return after
}

/** Sets a password; the change that binds the log to it, to be told beside what it was set for. */
export async function setPassword(
  { db, tables, now }: Work,
  userId: string,
  hash: string,
): Promise<Change> {
  const { passwords } = tables
  const set = { hash, changedAt: now }
  await db
    .insert(passwords)
    .values({ userId, ...set })
    .onConflictDoUpdate({ target: passwords.userId, set })
  const after = toldPassword(set)
  const record = passwordKey(userId)
  return { of: userId, record, verb: 'people.setPassword', before: null, after }
}

/** What the log keeps of a password. */
export const toldPassword = ({ hash, changedAt }: { hash: string; changedAt: string }) => ({
  changedAt,
  bound: boundTo(hash),
})

/** What the log calls the password of a person. */
export const passwordKey = (userId: string): string => `password of ${userId}`

export async function hasPassword({ db, tables }: Reach, userId: string): Promise<boolean> {
  return (await db.$count(tables.passwords, eq(tables.passwords.userId, userId))) > 0
}

export const permissionsOf = (actor: Actor) =>
  permissions.filter((permission) => can(actor, permission))
