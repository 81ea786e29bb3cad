import type { Published } from '@ropewalk/domain/published.ts'
import { and, eq, lt, lte } from 'drizzle-orm'
import { namesOf } from '../links.ts'
import { type Entry, entriesWhere, withBefore } from '../log/entries.ts'
import { snapshotKey } from '../snapshots.ts'
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
type Asked = { id: string; cursor?: number | null | undefined; upTo?: number | undefined }

/** The lines of history of one record, newest first, fifty at a time; the states as they were written. */
export async function historyOf(
  work: Work,
  { id, cursor, upTo }: Asked,
): Promise<{ lines: HistoryLine[]; more: boolean; names: Record<string, string> }> {
  const { entries } = work.tables
  const where = and(
    eq(entries.about, id),
    cursor ? lt(entries.seq, cursor) : undefined,
    upTo ? lte(entries.seq, upTo) : undefined,
  )
  const rows = await entriesWhere(work, where, 51)
  const lines = (await withBefore(work, rows.slice(0, 50))).map(({ entry, before }) => ({
    seq: entry.seq,
    at: entry.at,
    actorKind: entry.actorKind,
    actorName: entry.state.who,
    door: entry.door,
    verb: entry.verb,
    version: entry.version,
    reason: entry.state.reason,
    before: shown(before),
    after: shown(entry),
  }))
  const states = lines.flatMap(({ before, after }) => [before, after])
  const names = await namesOf(work, idsIn(states.map((state) => JSON.stringify(state ?? null))))
  return { lines, more: rows.length > 50, names }
}

/** A public snapshot is told by its facts, as long as it is on the list. */
function shown(entry: Entry | undefined): unknown {
  const after = entry?.state.after ?? null
  if (!entry || !after || entry.record !== snapshotKey(entry.about)) return after
  const { listed, facts } = after as { listed: boolean; facts: Published }
  return listed ? facts : null
}
