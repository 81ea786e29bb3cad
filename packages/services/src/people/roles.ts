import { Refusal } from '@ropewalk/domain/refusal.ts'
import { versionRead } from '@ropewalk/domain/schema.ts'
import { both } from '@ropewalk/domain/words.ts'
import * as z from 'zod'
import { type Work, writing } from '../verb.ts'
import { lastDay, personFields, personId, personRoles } from './fields.ts'
import { refusePast } from './invite.ts'
import { shownPeople } from './people.ts'
import { changePerson, personOf, told, type User } from './person.ts'

const lastAdmin = both(
  '{name} is the last administrator: make another person administrator first.',
  '{name} est le dernier administrateur : nommez d’abord une autre personne administrateur.',
)

const about = { permission: 'people:manage', fields: personFields } as const
const version = versionRead

/** Gives a person other roles, from the next request on. The last administrator stays one. */
export const changeRoles = writing(
  { verb: 'people.changeRoles', fresh: true, ...about },
  z.strictObject({ id: personId, version, roles: personRoles }),
  async (work, { id, ...changes }) => {
    const before = await personOf(work, id)
    if (!changes.roles.includes('admin')) await refuseLastAdmin(work, before)
    return changed(before, await changePerson(work, before, changes))
  },
)

/** Sets or takes away the last day of an account. The last administrator's has none. */
export const changeExpiry = writing(
  { verb: 'people.changeExpiry', fresh: true, ...about },
  z.strictObject({ id: personId, version, expiresOn: lastDay }),
  async (work, { id, ...changes }) => {
    const before = await personOf(work, id)
    refusePast(changes.expiresOn, work.today)
    if (changes.expiresOn !== null) await refuseLastAdmin(work, before)
    return changed(before, await changePerson(work, before, changes))
  },
)

export const changed = (before: User, after: User) => ({
  change: { of: after.id, before: told(before), after: told(after) },
  result: after,
})

/** Refuses when nobody else could administer: others count when they can sign in and their account has no end. */
export async function refuseLastAdmin(work: Work, user: User): Promise<void> {
  if (!user.roles.includes('admin')) return
  const others = (await shownPeople(work)).filter(
    ({ id, roles, status, expiresOn }) =>
      id !== user.id && roles.includes('admin') && status === 'active' && expiresOn === null,
  )
  if (others.length === 0)
    throw new Refusal('INVALID', lastAdmin, { values: { name: user.name }, field: 'id' })
}
