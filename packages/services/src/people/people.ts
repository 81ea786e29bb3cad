import { isEnrolling } from '@ropewalk/domain/permissions.ts'
import { asc, eq } from 'drizzle-orm'
import * as z from 'zod'
import { reading, type Work } from '../verb.ts'
import { personFields, personId } from './fields.ts'
import {
  type PersonStatus,
  permissionsOf,
  personOf,
  refuseUnknown,
  statusOf,
  type User,
} from './person.ts'
import { confirmedFactor, withSecondFactor } from './second-factor.ts'

/** A person as an administrator sees one. */
export type ShownPerson = User & {
  status: PersonStatus
  createdByName: string
  /** Whether a code is asked for at sign-in. */
  secondFactor: boolean
}

/** Everybody with an account, the disabled too, by name. */
export const listPeople = reading(
  { permission: 'people:manage' },
  z.unknown(),
  (work): Promise<ShownPerson[]> => shownPeople(work),
)

export const readPerson = reading(
  { permission: 'people:manage', fields: personFields },
  z.strictObject({ id: personId }),
  async (work, { id }): Promise<ShownPerson> =>
    (await shownPeople(work)).find((person) => person.id === id) ?? refuseUnknown('id'),
)

/** Who may be named in the register as a person of the house. */
export const listNames = reading(
  { permission: 'register:read' },
  z.unknown(),
  ({ db, tables }): Promise<{ id: string; name: string }[]> =>
    db
      .select({ id: tables.users.id, name: tables.users.name })
      .from(tables.users)
      .orderBy(asc(tables.users.name)),
)

/** The person who asks, with what he or she may do, and whether a second factor is there or must be. */
export const me = reading({ permission: 'own-account:change' }, z.unknown(), async (work) => {
  const { id, name, email, roles, language } = await personOf(work, work.actor.id)
  const may = permissionsOf(work.actor)
  const secondFactor = (await confirmedFactor(work, id)) !== undefined
  const mustEnrol = isEnrolling(work.actor)
  return { id, name, email, roles, language, permissions: may, secondFactor, mustEnrol }
})

/** All people by name, with their state today and who made them. */
export async function shownPeople({ db, tables, today }: Work): Promise<ShownPerson[]> {
  const guarded = await withSecondFactor({ db, tables })
  const { users, passwords } = tables
  const found = await db
    .select({ user: users, hash: passwords.userId })
    .from(users)
    .leftJoin(passwords, eq(passwords.userId, users.id))
    .orderBy(asc(users.name), asc(users.id))
  const names = new Map(found.map(({ user }) => [user.id, user.name]))
  return found.map(({ user, hash }) => ({
    ...user,
    status: statusOf(user, { password: hash !== null }, today),
    createdByName: names.get(user.createdBy) ?? user.createdBy,
    secondFactor: guarded.has(user.id),
  }))
}
