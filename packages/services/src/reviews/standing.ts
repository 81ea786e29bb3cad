import { nounTable } from '@ropewalk/db/records.ts'
import { isAmong } from '@ropewalk/db/whole-rows.ts'
import type { Person } from '@ropewalk/domain/field.ts'
import { nounKeys, nounOf, nouns } from '@ropewalk/domain/nouns.ts'
import { and, isNull, sql } from 'drizzle-orm'
import type { Work } from '../verb.ts'

export type StandingRecord = { id: string; name: string; version: number; owner: Person | null }

/** The live records among these ids, with who owns each. */
export async function recordsAt(
  { db, tables, engine }: Pick<Work, 'db' | 'tables' | 'engine'>,
  ids: readonly string[],
): Promise<Map<string, StandingRecord>> {
  const records = new Map<string, StandingRecord>()
  for (const noun of nounKeys) {
    const some = [...new Set(ids.filter((id) => nounOf(id) === noun))]
    const table = nounTable(tables, noun) as typeof tables.nouns.activity
    const owned = 'owner' in nouns[noun].fields
    if (some.length === 0) continue
    const { id, name, version, owner } = table
    const rows = await db
      .select({ id, name, version, ...(owned ? { owner } : {}) })
      .from(table)
      .where(and(isNull(table.archivedAt), sql`${id} ${isAmong(engine, some)}`))
    for (const row of rows) records.set(row.id, { ...row, owner: row.owner ?? null })
  }
  return records
}
