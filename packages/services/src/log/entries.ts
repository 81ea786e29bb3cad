import { keptStateOf } from '@ropewalk/log/state.ts'
import { and, desc, eq, isNotNull, lt, type SQL } from 'drizzle-orm'
import type { Work } from '../verb.ts'
import { type Shown, shownState } from './erased-values.ts'
import { erasureDays } from './erasure-days.ts'

type Reach = Pick<Work, 'db' | 'tables'>
export type Entry = {
  seq: number
  at: string
  actorKind: string
  actorId: string
  door: string
  verb: string
  record: string
  about: string
  version: number | null
  state: Shown
}

/** Entries of the log with their states, the newest first. */
export async function entriesWhere(
  { db, tables }: Reach,
  where: SQL | undefined,
  limit: number,
): Promise<Entry[]> {
  const { entries, states } = tables
  const rows = await db
    .select({ entry: entries, value: states.value })
    .from(entries)
    // Crossed: SQLite would else begin with the states, and sort all of them for the newest few entries.
    .crossJoin(states)
    .where(and(eq(states.seq, entries.seq), isNotNull(states.value), where))
    .orderBy(desc(entries.seq))
    .limit(limit)
  const when = await erasureDays({ db, tables })
  return rows.map(({ entry: { leaf: _, ...entry }, value }) => ({
    ...entry,
    state: shownState(entry.record, keptStateOf(value ?? ''), when),
  }))
}

/** The entry before each of these about the same thing: what was before. Newest first in, the same order out. */
export async function withBefore(
  reach: Reach,
  entries: readonly Entry[],
): Promise<{ entry: Entry; before: Entry | undefined }[]> {
  const { tables } = reach
  const earlier = new Map<string, Entry>()
  const oldest = new Map(entries.map((entry) => [entry.record, entry.seq]))
  for (const [record, seq] of oldest) {
    const [found] = await entriesWhere(
      reach,
      and(eq(tables.entries.record, record), lt(tables.entries.seq, seq)),
      1,
    )
    if (found) earlier.set(record, found)
  }
  return entries
    .toReversed()
    .map((entry) => {
      const before = earlier.get(entry.record)
      earlier.set(entry.record, entry)
      return { entry, before }
    })
    .toReversed()
}
