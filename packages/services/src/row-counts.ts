import { nounTable } from '@ropewalk/db/records.ts'
import { inArray, isNull } from 'drizzle-orm'
import * as z from 'zod'
import { reading, type Work } from './verb.ts'

const counted = {
  activity: ['purposes', 'controllersServed', 'recipients', 'subProcessors', 'data'],
  subProcessor: ['assurance'],
} as const
type Counted = typeof counted
export type RowCounts = { [N in keyof Counted]: Record<Counted[N][number], number> }

/** How many rows the lists of live records hold: what an export of them will have. */
export const readRowCounts = reading(
  { permission: 'register:read' },
  z.unknown(),
  async (work): Promise<RowCounts> => ({
    activity: await countsOf(work, 'activity'),
    subProcessor: await countsOf(work, 'subProcessor'),
  }),
)

async function countsOf<N extends keyof Counted>(
  { db, tables }: Work,
  noun: N,
): Promise<RowCounts[N]> {
  const table = nounTable(tables, noun)
  const live = db.select({ id: table.id }).from(table).where(isNull(table.archivedAt))
  // Every list has the columns of the sources' table that are used here.
  const lists = tables.rows[noun] as unknown as Record<string, Work['tables']['sources']>
  const counts: Record<string, number> = {}
  for (const key of counted[noun]) {
    const list = lists[key]
    if (list) counts[key] = await db.$count(list, inArray(list.recordId, live))
  }
  return counts as RowCounts[N]
}
