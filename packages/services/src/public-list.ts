import type { Database } from '@ropewalk/db/database.ts'
import type { Register } from '@ropewalk/db/records.ts'
import { type PublicChange, publicChange } from '@ropewalk/domain/changes/public-change.ts'
import { numberOf } from '@ropewalk/domain/nouns.ts'
import type { Organisation } from '@ropewalk/domain/organisation.ts'
import type { Snapshot } from '@ropewalk/domain/published.ts'
import { asc, count, max, ne, sum } from 'drizzle-orm'
import { everyChange } from './changes/stored.ts'
import { timeZoneOf } from './clock.ts'
import { firstOrganisation, firstOrganisationRecord } from './first-organisation.ts'
import { lastSequence } from './history.ts'

/** What the public may read, from published snapshots only, and the sequence of history that it is as of. */
export type PublicList = {
  sequence: number
  /** The same as long as nothing of the list differs, whatever else is told. */
  mark: string
  organisation: Organisation | undefined
  snapshots: readonly Snapshot[]
  /** The day of the newest publication or withdrawal, `YYYY-MM-DD`. */
  changedOn: string | undefined
  /** What was announced, in that order; drafts never. */
  changes: readonly PublicChange[]
  /** Every snapshot ever, oldest first. */
  history: readonly (Snapshot & { listed: boolean })[]
  /** Where the days of the list end (IANA). */
  timeZone: string
}

export function publicList({ reading, tables, engine }: Database): Promise<PublicList> {
  return reading(async (db) => {
    const register = { db, tables, engine }
    const every = await db.select().from(tables.snapshots).orderBy(asc(tables.snapshots.seq))
    const newest = [...new Map(every.map((row) => [row.subProcessorId, row])).values()]
    const changes = (await everyChange(register)).flatMap((each) => publicChange(each) ?? [])
    const listed = newest.filter((row) => row.listed)
    const snapshots = listed.map(({ facts, updatedOn }) => ({ ...facts, updatedOn }))
    return {
      changes: changes.toSorted(
        (one, other) =>
          one.announcedOn.localeCompare(other.announcedOn) || numberOf(one.id) - numberOf(other.id),
      ),
      history: every.map(({ facts, updatedOn, listed }) => ({ ...facts, updatedOn, listed })),
      timeZone: await timeZoneOf(register),
      sequence: await lastSequence(register),
      mark: await markIn(register),
      organisation: await firstOrganisationRecord(register),
      changedOn: newest
        .map((row) => row.updatedOn)
        .toSorted()
        .at(-1),
      snapshots: snapshots.toSorted(
        (one, other) => numberOf(one.subProcessorId) - numberOf(other.subProcessorId),
      ),
    }
  })
}

/** The sequence alone: what tells whether the list must be read again. */
export const publicSequence = ({ reading, tables }: Database): Promise<number> =>
  reading((db) => lastSequence({ db, tables }))

/** The mark of the list alone: cheap, and the same while only other things were told. */
export const publicMark = ({ reading, tables, engine }: Database): Promise<string> =>
  reading((db) => markIn({ db, tables, engine }))

/** Snapshots are only ever added, and every step of a change or of the organisation raises its version. */
async function markIn(register: Register): Promise<string> {
  const { db, tables } = register
  const { snapshots, supplierChanges } = tables
  const [newest] = await db.select({ seq: max(snapshots.seq) }).from(snapshots)
  const [steps] = await db
    .select({
      changes: count(),
      versions: sum(supplierChanges.version),
      at: max(supplierChanges.updatedAt),
    })
    .from(supplierChanges)
    .where(ne(supplierChanges.state, 'draft'))
  return JSON.stringify({ newest, steps, organisation: await firstOrganisation(register) })
}
