import type { Role } from '@ropewalk/domain/permissions.ts'
import * as z from 'zod'
import { reading } from '../verb.ts'
import { shownPeople } from './people.ts'
import type { PersonStatus } from './person.ts'

/** One row of the dataset `access`: who could enter, how, and since when. Times are ISO 8601 UTC. */
export type AccessEntry = {
  userId: string
  name: string
  email: string
  roles: readonly Role[]
  status: PersonStatus
  /** Whether a code is asked for at sign-in. */
  secondFactor: boolean
  createdAt: string
  /** The name and id of a person, else words such as `first account link`. */
  createdBy: string
  lastSignInAt: string | null
  disabledAt: string | null
  accountExpiresAt: string | null
}

/** Everybody who has or had access, in the order of their ids. */
export const listAccess = reading(
  { permission: 'access:read' },
  z.unknown(),
  async (work): Promise<AccessEntry[]> => {
    const people = await shownPeople(work)
    return people
      .sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }))
      .map((person) => ({
        userId: person.id,
        name: person.name,
        email: person.email,
        roles: person.roles,
        status: person.status,
        secondFactor: person.secondFactor,
        createdAt: person.createdAt,
        createdBy:
          person.createdByName === person.createdBy
            ? person.createdBy
            : `${person.createdByName} (${person.createdBy})`,
        lastSignInAt: person.lastSignInAt,
        disabledAt: person.disabledAt,
        accountExpiresAt: person.expiresOn,
      }))
  },
)
