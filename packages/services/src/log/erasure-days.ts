import type { Register } from '@ropewalk/db/records.ts'
import { sql } from 'drizzle-orm'

/** The day of each entry that erased something. */
export async function erasureDays({
  db,
  tables,
}: Pick<Register, 'db' | 'tables'>): Promise<ReadonlyMap<number, string>> {
  const rows = await db.rows<{ seq: number; at: string }>(
    sql`select seq, at from ${tables.entries} where verb = 'history.erase'`,
  )
  return new Map(rows.map(({ seq, at }) => [seq, at.slice(0, 10)]))
}
