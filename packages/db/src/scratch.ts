import type { NounKey } from '@ropewalk/domain/field.ts'
import { folded } from '@ropewalk/domain/foreign-text.ts'
import { getTableColumns, getTableName } from 'drizzle-orm'
import type { Database } from './database.ts'
import { migrateSqlite } from './migrate.ts'
import { searchRowId } from './search.ts'
import { openSqlite, openWriter, type SqliteClient } from './sqlite.ts'
import type { Tables } from './tables/tables.ts'

type AnyTable = Tables['entries']
type Rows = readonly Readonly<Record<string, unknown>>[]
export type Fill = {
  /** Puts whole rows into a table; a column that a row lacks gets its default. */
  (table: unknown, rows: Rows): void
  search(noun: NounKey, id: string, text: string): void
  /** Notes on a person when he or she last signed in. */
  signedIn(userId: string, at: string): void
}

/**
 * A register in a SQLite file of its own, filled once and thrown away with it: what the log says of an earlier day is
 * then read by the same verbs as the register of today, whatever engine that is kept on.
 */
export async function openScratch(
  file: string,
  fill: (into: Fill) => Promise<void>,
): Promise<Database> {
  await migrateSqlite(file)
  const client = openWriter(file)
  try {
    client.pragma('synchronous = OFF')
    client.pragma('foreign_keys = OFF')
    client.exec('BEGIN')
    await fill(fillerOf(client))
    client.exec('COMMIT')
  } finally {
    client.close()
  }
  return openSqlite(file)
}

function fillerOf(client: SqliteClient): Fill {
  const inserters = new Map<string, (row: Readonly<Record<string, unknown>>) => void>()
  const search = client.prepare('insert into search (rowid, id, kind, body) values (?, ?, ?, ?)')
  const signIn = client.prepare('update users set last_sign_in_at = ? where id = ?')
  const fill = (table: unknown, rows: Rows) => {
    for (const row of rows) {
      const keys = Object.keys(row)
      const name = `${getTableName(table as AnyTable)} ${keys.join()}`
      const insert = inserters.get(name) ?? inserterOf(client, table as AnyTable, keys)
      inserters.set(name, insert)
      insert(row)
    }
  }
  return Object.assign(fill, {
    search: (noun: NounKey, id: string, text: string) => {
      search.run(searchRowId(noun, id), id, noun, folded(text))
    },
    signedIn: (userId: string, at: string) => {
      signIn.run(at, userId)
    },
  })
}

function inserterOf(client: SqliteClient, table: AnyTable, keys: readonly string[]) {
  const columns = getTableColumns(table) as unknown as Record<
    string,
    { name: string; mapToDriverValue: (value: unknown) => unknown }
  >
  const taken = keys.flatMap((key) => {
    const column = columns[key]
    return column ? [{ key, column }] : []
  })
  const names = taken.map(({ column }) => `"${column.name}"`).join(', ')
  const marks = taken.map(() => '?').join(', ')
  const statement = client.prepare(
    `insert into "${getTableName(table)}" (${names}) values (${marks})`,
  )
  return (row: Readonly<Record<string, unknown>>) => {
    statement.run(
      taken.map(({ key, column }) => {
        const value = row[key]
        return value === null || value === undefined ? null : column.mapToDriverValue(value)
      }),
    )
  }
}
