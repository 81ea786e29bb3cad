import { nounTable } from '@ropewalk/db/records.ts'
import type { Person } from '@ropewalk/domain/field.ts'
import { nounKeys, nounOf, nouns } from '@ropewalk/domain/nouns.ts'
import { and, inArray, isNull } from 'drizzle-orm'
import type { Work } from '../verb.ts'

export type StandingRecord = { id: string; name: string; version: number; owner: Person | null }

/** The live records among these ids, with who owns each. */
export async function recordsAt(
  { db, tables }: Pick<Work, 'db' | 'tables'>,
  ids: readonly string[],
): Promise<Map<string, StandingRecord>> {
  const records = new Map<string, StandingRecord>()
  for (const noun of nounKeys) {
    const some = [...new Set(ids.filter((id) => nounOf(id) === noun))]
    const table = nounTable(tables, noun) as typeof tables.nouns.activity
    const owned = 'owner' in nouns[noun].fields
    for (let start = 0; start < some.length; start += 500) {
      const { id, name, version, owner } = table
      const rows = await db
        .select({ id, name, version, ...(owned ? { owner } : {}) })
        .from(table)
        .where(and(isNull(table.archivedAt), inArray(id, some.slice(start, start + 500))))
      for (const row of rows) records.set(row.id, { ...row, owner: row.owner ?? null })
    }
  }
  return records
}
