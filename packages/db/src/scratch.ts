import { rm, writeFile } from 'node:fs/promises'
import type { NounKey } from '@ropewalk/domain/field.ts'
import { folded } from '@ropewalk/domain/foreign-text.ts'
import Client from 'better-sqlite3'
import { getTableColumns, getTableName } from 'drizzle-orm'
import type { Database } from './database.ts'
import { migrateSqlite } from './migrate.ts'
import { searchRowId } from './search.ts'
import { openSqlite, openWriter, type SqliteClient } from './sqlite.ts'
import type { Tables } from './tables/tables.ts'

type AnyTable = Tables['entries']
type Values = Readonly<Record<string, unknown>>
export type Fill = {
  /** Puts whole rows into a table; a column that a row lacks gets its default. */
  (table: unknown, rows: readonly Values[]): void
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
  const { bytes, indexes } = await emptyRegister(file)
  await writeFile(file, bytes)
  const client = new Client(file)
  try {
    client.pragma('journal_mode = OFF')
    client.pragma('synchronous = OFF')
    client.pragma('locking_mode = EXCLUSIVE')
    client.pragma('foreign_keys = OFF')
    client.exec('BEGIN')
    const filler = fillerOf(client)
    await fill(filler)
    filler.finish()
    for (const index of indexes) client.exec(index)
    client.exec('COMMIT')
  } finally {
    client.close()
  }
  return openSqlite(file, { isIndexed: false })
}

type Empty = { bytes: Buffer; indexes: string[] }
let known: Promise<Empty> | undefined

/** A register without a row or a key, and the indexes that are quicker made once it is full. Made once a process. */
function emptyRegister(beside: string): Promise<Empty> {
  known ??= makeEmpty(`${beside}.empty`)
  known.catch(() => {
    known = undefined
  })
  return known
}

async function makeEmpty(file: string): Promise<Empty> {
  await migrateSqlite(file)
  const client = openWriter(file)
  try {
    client.pragma('foreign_keys = OFF')
    const made = client
      .prepare("select sql from sqlite_master where type = 'index' and sql is not null")
      .all() as { sql: string }[]
    for (const name of namesOf(client, 'trigger')) client.exec(`drop trigger "${name}"`)
    client.exec('drop table search; create table search (id text, kind text, body text)')
    const keys = namesOf(client, 'table').flatMap((name) => withoutKey(client, name))
    client.pragma('journal_mode = DELETE')
    return { bytes: client.serialize(), indexes: [...keys, ...made.map(({ sql }) => sql)] }
  } finally {
    client.close()
    await rm(file, { force: true })
  }
}

const namesOf = (client: SqliteClient, type: 'table' | 'trigger') =>
  client
    .prepare("select name from sqlite_master where type = ? and name not like 'sqlite_%'")
    .pluck()
    .all(type) as string[]

/** Makes a table anew without its keys, checks and triggers; the statement that makes its key again. */
function withoutKey(client: SqliteClient, name: string): string[] {
  const columns = client.pragma(`table_info("${name}")`) as { name: string; pk: number }[]
  client.exec(
    `create table scratch as select * from "${name}"; drop table "${name}"; alter table scratch rename to "${name}"`,
  )
  const key = columns.filter(({ pk }) => pk > 0).toSorted((one, other) => one.pk - other.pk)
  if (key.length === 0) return []
  const among = key.map((column) => `"${column.name}"`).join(', ')
  return [`create unique index "key of ${name}" on "${name}" (${among})`]
}

type Filler = Fill & { finish(): void }

function fillerOf(client: SqliteClient): Filler {
  const inserters = new Map<unknown, Inserter>()
  const search = client.prepare('insert into search (rowid, id, kind, body) values (?, ?, ?, ?)')
  const signIns: [string, string][] = []
  const fill = (table: unknown, rows: readonly Values[]) => {
    let inserter = inserters.get(table)
    if (!inserter) {
      inserter = inserterOf(client, table as AnyTable)
      inserters.set(table, inserter)
    }
    for (const row of rows) inserter.add(row)
  }
  return Object.assign(fill, {
    search: (noun: NounKey, id: string, text: string) => {
      search.run(searchRowId(noun, id), id, noun, folded(text))
    },
    signedIn: (userId: string, at: string) => {
      signIns.push([at, userId])
    },
    finish() {
      for (const { finish } of inserters.values()) finish()
      const signIn = client.prepare('update users set last_sign_in_at = ? where id = ?')
      for (const each of signIns) signIn.run(each)
    },
  })
}

type Inserter = { add(row: Values): void; finish(): void }
// Rows a statement: a statement a row costs twice as much.
const together = 20

function inserterOf(client: SqliteClient, table: AnyTable): Inserter {
  const columns = Object.entries(getTableColumns(table)).map(([key, column]) => ({
    key,
    name: column.name,
    kind: column.dataType as string,
    missing: stored(column.dataType, column.default),
  }))
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  const marks = `(${columns.map(() => '?').join(', ')})`
  const inserting = (rows: number) =>
    client.prepare(
      `insert into "${getTableName(table)}" (${names}) values ${Array(rows).fill(marks).join(', ')}`,
    )
  const several = inserting(together)
  let values: unknown[] = []
  return {
    add(row) {
      for (const { key, kind, missing } of columns) {
        const value = row[key]
        values.push(value === undefined ? missing : stored(kind, value))
      }
      if (values.length < columns.length * together) return
      several.run(values)
      values = []
    },
    finish() {
      const rows = values.length / columns.length
      if (rows > 0) inserting(rows).run(values)
      values = []
    },
  }
}

function stored(kind: string, value: unknown): unknown {
  if (value === null || value === undefined) return null
  if (kind === 'json') return JSON.stringify(value)
  if (kind === 'boolean') return value ? 1 : 0
  return value
}
