import { setImmediate } from 'node:timers/promises'
import type { Register } from '@ropewalk/db/records.ts'
import { sql } from 'drizzle-orm'
import { isCurrentKind } from './current-things.ts'
import { isSnapshot } from './verify-snapshots.ts'

const atOnce = 2000

/** By their columns: the last entry of everything that stands in the database now, and every one of a snapshot. */
export async function lastEntries({
  db,
  tables: { entries },
}: Register): Promise<{ last: Map<string, number>; published: Set<number> }> {
  const last = new Map<string, number>()
  const published = new Set<number>()
  for (let after = ''; ; ) {
    const rows = await db.rows<{ record: string; seq: number }>(
      sql`select record, max(seq) as seq from ${entries} where record > ${after} group by record order by record limit ${atOnce}`,
    )
    for (const { record, seq } of rows)
      if (isSnapshot(record)) for (const each of await entriesOf(record)) published.add(each)
      else if (isCurrentKind(record)) last.set(record, seq)
    if (rows.length < atOnce) return { last, published }
    after = rows.at(-1)?.record ?? after
    await setImmediate()
  }

  async function entriesOf(record: string): Promise<number[]> {
    const rows = await db.rows<{ seq: number }>(
      sql`select seq from ${entries} where record = ${record}`,
    )
    return rows.map(({ seq }) => seq)
  }
}
