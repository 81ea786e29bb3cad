import { setImmediate } from 'node:timers/promises'
import { isAmong } from '@ropewalk/db/whole-rows.ts'
import { sql } from 'drizzle-orm'
import type { Work } from '../verb.ts'

/** The kept texts of these entries by their number, some at a time: others are answered meanwhile. */
export async function statesAt(
  { db, tables, engine }: Pick<Work, 'db' | 'tables' | 'engine'>,
  seqs: readonly number[],
): Promise<Map<number, string>> {
  const found = new Map<number, string>()
  for (let start = 0; start < seqs.length; start += 500) {
    if (start > 0) await setImmediate()
    const some = seqs.slice(start, start + 500)
    const rows = await db.rows<{ seq: number; value: string }>(
      sql`select seq, value from ${tables.states} where value is not null and seq ${isAmong(engine, some)}`,
    )
    for (const { seq, value } of rows) found.set(seq, value)
  }
  return found
}
