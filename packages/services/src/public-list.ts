import type { Database } from '@ropewalk/db/database.ts'
import { loadRecords } from '@ropewalk/db/records.ts'
import { numberOf } from '@ropewalk/domain/nouns.ts'
import type { Organisation } from '@ropewalk/domain/organisation.ts'
import type { Snapshot } from '@ropewalk/domain/published.ts'
import { asc, isNull } from 'drizzle-orm'
import { lastSequence } from './history.ts'
import { everNewestSnapshots } from './snapshots.ts'

/** What the public may read, from published snapshots only, and the sequence of history that it is as of. */
export type PublicList = {
  sequence: number
  organisation: Organisation | undefined
  snapshots: readonly Snapshot[]
  /** The day of the newest publication or withdrawal, `YYYY-MM-DD`. */
  changedOn: string | undefined
}

export function publicList({ reading, tables, engine }: Database): Promise<PublicList> {
  return reading(async (db) => {
    const register = { db, tables, engine }
    const { organisation } = tables.nouns
    const [first] = await db
      .select({ id: organisation.id })
      .from(organisation)
      .where(isNull(organisation.archivedAt))
      .orderBy(asc(organisation.number))
      .limit(1)
    const [record] = first ? await loadRecords(register, 'organisation', { ids: [first.id] }) : []
    const newest = await everNewestSnapshots(register)
    const listed = newest.filter((row) => row.listed)
    const snapshots = listed.map(({ facts, updatedOn }) => ({ ...facts, updatedOn }))
    return {
      sequence: await lastSequence(register),
      organisation: record as unknown as Organisation | undefined,
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
