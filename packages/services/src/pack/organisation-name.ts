import type { Database } from '@ropewalk/db/database.ts'
import { firstOrganisation } from '../first-organisation.ts'

/** What the organisation is called in a register; `not stated` where it is not. */
export const organisationName = ({ reading, tables }: Database): Promise<string> =>
  reading(async (db) => (await firstOrganisation({ db, tables }))?.name || 'not stated')
