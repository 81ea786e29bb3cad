import type { Database } from '@ropewalk/db/database.ts'
import { productActor } from '@ropewalk/domain/permissions.ts'
import * as z from 'zod'
import { writing } from '../verb.ts'
import { hasPeople } from './person.ts'
import { firstLink } from './single-use-link.ts'

/**
 * The address of a link for the first account, valid for 24 hours and used once; undefined when there are people.
 * `base` is the public address without a slash at its end.
 */
export async function firstAccountLink(
  database: Database,
  base: string,
  now = () => new Date(),
): Promise<string | undefined> {
  if (await database.reading((db) => hasPeople({ db, tables: database.tables }))) return undefined
  const actor = productActor('start')
  const { path } = await makeFirstLink.run({ database, actor, door: 'start', now }, undefined)
  return `${base}${path}`
}

const makeFirstLink = writing(
  { verb: 'people.firstLink', permission: 'people:manage' },
  z.undefined(),
  async (work) => {
    const { link, bound } = await firstLink(work)
    return {
      change: [bound, { of: 'first-account', before: null, after: { expiresAt: link.expiresAt } }],
      result: link,
    }
  },
)
