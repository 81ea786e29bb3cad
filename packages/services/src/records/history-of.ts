import { and, desc, eq, lt } from 'drizzle-orm'
import { namesOf } from '../links.ts'
import type { Work } from '../verb.ts'
import { idsIn } from './history-names.ts'

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
  work: Work,
  { id, cursor }: { id: string; cursor?: number | null | undefined },
): Promise<{ lines: HistoryLine[]; more: boolean; names: Record<string, string> }> {
  const { db, tables } = work
  const { history } = tables
  const rows = await db
    .select()
    .from(history)
    .where(and(eq(history.recordId, id), cursor ? lt(history.seq, cursor) : undefined))
    .orderBy(desc(history.seq))
    .limit(51)
  const lines = rows.slice(0, 50).map(({ recordId: _, actorId: __, ...line }) => ({
    ...line,
    before: line.before === null ? null : (JSON.parse(line.before) as unknown),
    after: line.after === null ? null : (JSON.parse(line.after) as unknown),
  }))
  const names = await namesOf(work, idsIn(rows.flatMap((row) => [row.before, row.after])))
  return { lines, more: rows.length > 50, names }
}
