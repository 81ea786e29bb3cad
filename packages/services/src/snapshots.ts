import type { Register } from '@ropewalk/db/records.ts'
import { asc, eq, inArray, max } from 'drizzle-orm'

/** The newest snapshot of each sub-processor that is on the public list. */
export const newestSnapshots = async (register: Register) =>
  (await everNewestSnapshots(register)).filter((row) => row.listed)

/** The newest snapshot of each sub-processor that ever was on it. */
export function everNewestSnapshots({ db, tables }: Pick<Register, 'db' | 'tables'>) {
  const { snapshots } = tables
  return db
    .select()
    .from(snapshots)
    .where(isNewest({ db, tables }))
    .orderBy(asc(snapshots.subProcessorId))
}

/** The condition of the newest snapshot of each sub-processor. */
export const isNewest = ({ db, tables: { snapshots } }: Pick<Register, 'db' | 'tables'>) =>
  inArray(
    snapshots.seq,
    db
      .select({ seq: max(snapshots.seq) })
      .from(snapshots)
      .groupBy(snapshots.subProcessorId),
  )

export async function snapshotOf({ db, tables }: Register, subProcessorId: string) {
  const { snapshots } = tables
  const rows = await db
    .select()
    .from(snapshots)
    .where(eq(snapshots.subProcessorId, subProcessorId))
    .orderBy(asc(snapshots.seq))
  const newest = rows.at(-1)
  return newest?.listed ? newest : undefined
}

/** What the log calls the public snapshot of a sub-processor. */
export const snapshotKey = (subProcessorId: string): string => `snapshot ${subProcessorId}`
