import { randomBytes } from 'node:crypto'
import { rootOfState } from '@ropewalk/log/cells.ts'
import { entryText, leafHashOf } from '@ropewalk/log/entry.ts'
import { stateText } from '@ropewalk/log/state.ts'
import { append, type Frontier } from '@ropewalk/log/tree.ts'
import { desc } from 'drizzle-orm'
import { lapsesBy } from './approvals/lapsing.ts'
import { frontierIn, keepFrontier } from './log/frontier.ts'
import { sha256 } from './log/hash.ts'
import type { Work } from './verb.ts'

/** What one write did to one record (or person, token, setting), for its entry in the log. */
export type Change = {
  /** In whose history it is told: the id of a record, a person, a token. */
  of: string
  /** What `after` is the whole state of, where that is not `of` itself: `session …`, `snapshot SP-0001`. */
  record?: string
  version?: number | null
  before: unknown
  after: unknown
  reason?: string | undefined
  /** Where one act does several things: the verb of this one. */
  verb?: string
}

type Writing = Pick<Work, 'db' | 'tables' | 'actor' | 'door' | 'now'>

/** One entry a change, in the order given, then one for each approval that they lapse: leaf of the Merkle tree, state beside it, frontier kept. */
export async function writeHistory(
  work: Writing,
  verb: string,
  made: readonly Change[],
): Promise<void> {
  if (made.length === 0) return
  const changes = [...made, ...(await lapsesBy(work, made))]
  const { db, tables } = work
  let frontier = await frontierIn(work)
  for (let start = 0; start < changes.length; start += 100) {
    const some = changes.slice(start, start + 100)
    const seeds = randomBytes(32 * some.length)
    const rows = some.map((change, nth) => {
      const seed = seeds.subarray(32 * nth, 32 * nth + 32)
      const told = { ...change, verb: change.verb ?? verb, seed }
      const row = entryRow(work, told, frontier)
      frontier = append(frontier, leafHashOf(row.entry.leaf, sha256), sha256)
      return row
    })
    await db.insert(tables.entries).values(rows.map((row) => row.entry))
    await db.insert(tables.states).values(rows.map((row) => row.state))
  }
  await keepFrontier(work, frontier)
}

function entryRow(
  { actor, door, now }: Writing,
  change: Change & { verb: string; seed: Uint8Array },
  { size }: Frontier,
) {
  const seq = size + 1
  const { of: about, record = about, verb, seed, before, after, reason = '' } = change
  const value = stateText({
    seed,
    who: actor.name,
    reason,
    after: (after ?? null) as Record<string, unknown> | null,
  })
  const version = change.version ?? versionOf(after) ?? versionOf(before)
  const told = { seq, at: now, door, verb, record, about }
  const leaf = entryText({
    ...told,
    actor: { kind: actor.kind, id: actor.id },
    from: versionOf(before),
    to: version,
    root: base64(rootOfState(value, sha256)),
    state: base64(sha256(Buffer.from(value))),
  })
  return {
    entry: { ...told, leaf, actorKind: actor.kind, actorId: actor.id, version },
    state: { seq, generation: 0, value },
  }
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

/** The number of the newest entry: what every cache is keyed on. 0 when there is none. */
export async function lastSequence({ db, tables }: Pick<Work, 'db' | 'tables'>): Promise<number> {
  const { entries } = tables
  const [newest] = await db
    .select({ seq: entries.seq })
    .from(entries)
    .orderBy(desc(entries.seq))
    .limit(1)
  return newest?.seq ?? 0
}

const versionOf = (state: unknown): number | null => {
  const version = (state as { version?: unknown } | null)?.version
  return typeof version === 'number' ? version : null
}
