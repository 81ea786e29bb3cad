import { and, desc, eq, lt } from 'drizzle-orm'
import type { Work } from '../verb.ts'

export type HistoryLine = {
  seq: number
  at: string
  actorKind: string
  actorName: string
  door: string
  verb: string
  version: number | null
  reason: string
  before: unknown
  after: unknown
}

/** The lines of history of one record, newest first, fifty at a time; the states as they were written. */
export async function historyOf(
  { db, tables }: Work,
  { id, before }: { id: string; before?: number | undefined },
): Promise<{ lines: HistoryLine[]; more: boolean }> {
  const { history } = tables
  const rows = await db
    .select()
    .from(history)
    .where(
      and(eq(history.recordId, id), before === undefined ? undefined : lt(history.seq, before)),
    )
    .orderBy(desc(history.seq))
    .limit(51)
  const lines = rows.slice(0, 50).map(({ recordId: _, actorId: __, ...line }) => ({
    ...line,
    before: line.before === null ? null : (JSON.parse(line.before) as unknown),
    after: line.after === null ? null : (JSON.parse(line.after) as unknown),
  }))
  return { lines, more: rows.length > 50 }
}
