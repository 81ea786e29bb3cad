import type { Database } from '@ropewalk/db/database.ts'
import { type SQL, sql } from 'drizzle-orm'

const triggers = {
  entries: ['entries_in_sequence', 'entries_unchanged', 'entries_not_deleted'],
  states: ['states_only_erased', 'states_not_deleted', 'states_after_erasure'],
}

/** Changes the log behind the product's back, as an attacker would: triggers dropped first. */
export async function unlocked(database: Database, statement: SQL): Promise<void> {
  await database.writing(async (db) => {
    for (const [table, names] of Object.entries(triggers))
      for (const name of names)
        await db.run(
          sql.raw(
            database.engine === 'sqlite'
              ? `drop trigger if exists ${name}`
              : `drop trigger if exists ${name} on ${table}`,
          ),
        )
    await db.run(statement)
  })
}

/** Changes the leaf of one entry, the columns beside it left as they were. */
export const withChangedLeaf = (database: Database, seq: number): Promise<void> =>
  unlocked(
    database,
    sql`update entries set leaf = replace(leaf, '"door":"', '"door":"x') where seq = ${seq}`,
  )
