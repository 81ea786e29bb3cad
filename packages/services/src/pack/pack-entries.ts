import { setImmediate } from 'node:timers/promises'
import type { Database } from '@ropewalk/db/database.ts'
import { toBase64 } from '@ropewalk/log/bytes.ts'
import { leafHashOf } from '@ropewalk/log/entry.ts'
import { stateOf } from '@ropewalk/log/state.ts'
import { and, eq, gt, lte, sql } from 'drizzle-orm'
import { sha256 } from '../log/hash.ts'
import type { Span } from '../log/log-datasets.ts'

const batch = 500

/** The leaves of the log up to an entry, one a line. */
export async function* leafLines(database: Database, upTo: number): AsyncGenerator<string> {
  const { entries } = database.tables
  for (let after = 0; after < upTo; after += batch) {
    const rows = await database.reading((db) =>
      db.rows<{ leaf: string }>(
        sql`select leaf from ${entries} where seq > ${after} and seq <= ${Math.min(upTo, after + batch)} order by seq`,
      ),
    )
    yield rows.map(({ leaf }) => `${leaf}\n`).join('')
    await setImmediate()
  }
}

/** What is kept beside the entries of a span, one a line: whole, or what erasure left of it. */
export async function* stateLines(
  { reading, tables }: Database,
  { after, upTo }: Span,
): AsyncGenerator<string> {
  for (let from = after; from < upTo; from += batch) {
    const rows = await reading((db) =>
      db.rows<{ value: string }>(
        sql`select value from ${tables.states} where value is not null and seq > ${from} and seq <= ${Math.min(upTo, from + batch)} order by seq`,
      ),
    )
    yield rows.map(({ value }) => `${value}\n`).join('')
    await setImmediate()
  }
}

type Later = { leaf: string; verb: string; value: string | null }

/**
 * The entries after a span up to a head: the hash of each leaf, so that the tree can be recomputed without telling what
 * they were; erasures whole, because states of the span may name them.
 */
export async function* laterLines(
  { reading, tables }: Database,
  { after, upTo }: Span,
): AsyncGenerator<string> {
  const { entries, states } = tables
  for (let from = after; from < upTo; from += batch) {
    const rows = await reading((db) =>
      db.rows<Later>(
        sql`select e.leaf, e.verb, s.value from ${entries} e left join ${states} s on s.seq = e.seq and s.value is not null and e.verb = 'history.erase' where e.seq > ${from} and e.seq <= ${Math.min(upTo, from + batch)} order by e.seq`,
      ),
    )
    yield rows
      .map(({ leaf, verb, value }) => `${JSON.stringify(later(leaf, verb, value))}\n`)
      .join('')
    await setImmediate()
  }
}

const later = (leaf: string, verb: string, state: string | null) =>
  verb === 'history.erase' && state !== null
    ? { leaf, state }
    : { hash: toBase64(leafHashOf(leaf, sha256)) }

/** How many entries of a span are of a verb. */
export const countOf = (
  { reading, tables: { entries } }: Database,
  verb: string,
  { after, upTo }: Span,
): Promise<number> =>
  reading((db) =>
    db.$count(entries, and(eq(entries.verb, verb), gt(entries.seq, after), lte(entries.seq, upTo))),
  )

/** How many values are gone from the states of a span. */
export async function erasedIn(
  { reading, tables }: Database,
  { after, upTo }: Span,
): Promise<number> {
  const rows = await reading((db) =>
    db.rows<{ value: string }>(
      sql`select value from ${tables.states} where value is not null and generation > 0 and seq > ${after} and seq <= ${upTo}`,
    ),
  )
  return rows.reduce((sum, { value }) => sum + stateOf(value).erased.length, 0)
}
