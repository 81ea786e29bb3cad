import { setImmediate } from 'node:timers/promises'
import type { Database } from '@ropewalk/db/database.ts'
import type { Register } from '@ropewalk/db/records.ts'
import { nounOf } from '@ropewalk/domain/nouns.ts'
import { toBase64 } from '@ropewalk/log/bytes.ts'
import { erasuresTold } from '@ropewalk/log/erasures-told.ts'
import { type Fault, type Head, verifierWith } from '@ropewalk/log/verifier.ts'
import { sql } from 'drizzle-orm'
import { isAfterIn } from './after-in.ts'
import { mayBeGone } from './bound-things.ts'
import { currentThings } from './current-things.ts'
import { digestOf, sha256 } from './hash.ts'
import { lastEntries } from './last-entries.ts'
import { statesAt } from './states-at.ts'
import { type Apart, apartAsUsual, rootApart } from './verify-apart.ts'
import { loweredCounters } from './verify-counters.ts'
import { differingSnapshots } from './verify-snapshots.ts'

export type LiveFault =
  | Fault
  | { seq: number; what: 'record-differs' | 'record-missing' | 'record-unknown'; detail: string }

export type Verified = {
  entries: number
  /** Base64. */
  root: string
  /** How many earlier heads it was held against. */
  heads: number
  faults: readonly LiveFault[]
}

type Row = { value: string | null } & Record<'leaf' | 'at' | 'actorKind' | 'actorId', string> &
  Record<'door' | 'verb' | 'record' | 'about', string> & { seq: number; version: number | null }

// Texts of so many live no longer than the youngest generation of objects.
const batch = 250

/**
 * Recomputes the whole log from its stored bytes, holds it against earlier heads, and every record, person, token,
 * snapshot, acceptance and entry of reference data against the last state that the log has of it.
 */
export function verifyLive(
  database: Database,
  heads: readonly Head[],
  how: Partial<Apart> = {},
): Promise<Verified> {
  const apart = { ...apartAsUsual, ...how }
  return database.reading(async (db) => {
    const register = { db, tables: database.tables, engine: database.engine }
    const size = await sizeWithoutGap(register)
    const isWorthIt = apart.threads > 1 && size >= apart.shortest
    const [sound, differing] = await bothOf([
      isWorthIt ? rootApart({ place: database, size, heads }, apart) : undefined,
      differingIn(register),
    ])
    const { entries, root, faults } = sound
      ? { entries: size, root: sound, faults: [] }
      : await recomputedByOne(register, heads)
    return {
      entries,
      root: toBase64(root),
      heads: heads.length,
      faults: [...faults, ...differing].toSorted((one, other) => one.seq - other.seq),
    }
  })
}

/** Waits for both, also when one fails. */
async function bothOf<One, Other>(both: readonly [One, Other]) {
  await Promise.allSettled(both)
  return Promise.all(both)
}

/** How many entries the log has; none when they are not numbered from 1 without a gap. */
async function sizeWithoutGap({ db, tables: { entries } }: Register): Promise<number> {
  const [found] = await db.rows<{ count: number; first: number | null; last: number | null }>(
    sql`select count(*) as count, min(seq) as first, max(seq) as last from ${entries}`,
  )
  const count = Number(found?.count)
  return found?.first === 1 && found.last === count ? count : 0
}

/** Entry by entry: names everything that is wrong. */
async function recomputedByOne(register: Register, heads: readonly Head[]) {
  const verifier = verifierWith(sha256, heads, digestOf)
  const erasures = erasuresTold()
  for await (const rows of storedEntries(register)) {
    for (const { value, leaf, seq, ...columns } of rows) {
      verifier.add({ seq, leaf, state: value, columns })
      erasures.see({ seq, verb: columns.verb, state: value })
    }
    await setImmediate()
  }
  const { size, root, faults } = verifier.finish()
  return { entries: size, root, faults: [...faults, ...erasures.faults()] }
}

async function differingIn(register: Register): Promise<LiveFault[]> {
  const { last, published } = await lastEntries(register)
  return [
    ...(await differingThings(register, last)),
    ...(await differingSnapshots(register, published)),
    ...(await loweredCounters(register, last)),
  ]
}

async function* storedEntries({ db, tables }: Register): AsyncGenerator<Row[]> {
  const { entries, states } = tables
  for (let after = 0; ; ) {
    const rows = await db.rows<Row>(
      sql`select e.seq, e.leaf, e.at, e.actor_kind as "actorKind", e.actor_id as "actorId", e.door, e.verb, e.record, e.about, e.version, s.value from ${entries} e left join ${states} s on s.seq = e.seq and s.value is not null where e.seq > ${after} order by e.seq limit ${batch}`,
    )
    yield rows
    if (rows.length < batch) return
    after = rows.at(-1)?.seq ?? after
  }
}

async function differingThings(
  register: Register,
  last: ReadonlyMap<string, number>,
): Promise<LiveFault[]> {
  const faults: LiveFault[] = []
  const unseen = new Map(last)
  for await (const things of currentThings(register)) {
    const known = things.flatMap(({ record }) => last.get(record) ?? [])
    const states = await statesAt(register, known)
    for (const { record, state } of things) {
      const seq = unseen.get(record)
      unseen.delete(record)
      if (seq === undefined) faults.push({ seq: 0, what: 'record-unknown', detail: record })
      else if (!isAfterIn(states.get(seq), state, nounOf(record)))
        faults.push({ seq, what: 'record-differs', detail: record })
    }
    await setImmediate()
  }
  const gone = await statesAt(register, [...unseen.values()])
  for (const [record, seq] of unseen)
    if (!mayBeGone(record) && !isAfterIn(gone.get(seq), null))
      faults.push({ seq, what: 'record-missing', detail: record })
  return faults
}
