import { desc } from 'drizzle-orm'
import { canonicalText } from './canonical.ts'
import type { Work } from './verb.ts'

/** What one write did to one record (or person, token, setting), for its line of history. */
export type Change = {
  of: string
  version?: number | null
  before: unknown
  after: unknown
  reason?: string | undefined
  /** Where one act does several things: the verb of this one. */
  verb?: string
}

export async function writeHistory(work: Work, verb: string, change: Change): Promise<void> {
  const { history } = work.tables
  await work.db.insert(history).values({
    seq: (await lastSequence(work)) + 1,
    at: work.now,
    actorKind: work.actor.kind,
    actorId: work.actor.id,
    actorName: work.actor.name,
    door: work.door,
    verb: change.verb ?? verb,
    recordId: change.of,
    version: change.version ?? versionOf(change.after) ?? versionOf(change.before),
    reason: change.reason ?? '',
    before: change.before === null ? null : canonicalText(change.before),
    after: change.after === null ? null : canonicalText(change.after),
  })
}

/** The number of the newest line of history: what every cache is keyed on. 0 when there is none. */
export async function lastSequence({ db, tables }: Pick<Work, 'db' | 'tables'>): Promise<number> {
  const { history } = tables
  const [newest] = await db
    .select({ seq: history.seq })
    .from(history)
    .orderBy(desc(history.seq))
    .limit(1)
  return newest?.seq ?? 0
}

const versionOf = (state: unknown): number | null => {
  const version = (state as { version?: unknown } | null)?.version
  return typeof version === 'number' ? version : null
}
