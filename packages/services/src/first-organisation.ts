import { loadRecords, type Register } from '@ropewalk/db/records.ts'
import type { Organisation } from '@ropewalk/domain/organisation.ts'
import { asc, isNull } from 'drizzle-orm'

type Reach = Pick<Register, 'db' | 'tables'>

/** Whose register it is: of the organisations that are not archived the first; undefined while there is none. */
export async function firstOrganisation({ db, tables }: Reach) {
  const { organisation } = tables.nouns
  const { id, version, name, timeZone } = organisation
  const [first] = await db
    .select({ id, version, name, timeZone })
    .from(organisation)
    .where(isNull(organisation.archivedAt))
    .orderBy(asc(organisation.number))
    .limit(1)
  return first
}

/** The same as a whole record. */
export async function firstOrganisationRecord(
  register: Register,
): Promise<Organisation | undefined> {
  const first = await firstOrganisation(register)
  const [record] = first ? await loadRecords(register, 'organisation', { ids: [first.id] }) : []
  return record as unknown as Organisation | undefined
}
