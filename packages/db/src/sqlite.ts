import Client from 'better-sqlite3'
import type { SQL } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { Database, Db } from './database.ts'
import { openReader, settle } from './sqlite-reader.ts'
import { keepStatements } from './statements.ts'
import { tables } from './tables/tables.ts'
import { refusalFor } from './trouble.ts'

export type SqliteClient = Client.Database

const readersAtMost = 16

type SqliteOptions = {
  synchronous?: 'FULL' | 'NORMAL'
  /** False where `search` is an ordinary table. */
  isIndexed?: boolean
}

/** One writing connection behind a queue and reading connections beside it, on a file. */
export function openSqlite(
  file: string,
  { synchronous = 'FULL', isIndexed = true }: SqliteOptions = {},
): Database {
  const writer = keepStatements(openWriter(file, synchronous))
  const write = overConnection(writer, { isIndexed })
  const memory = new Map<string, unknown>()
  const idle: SqliteClient[] = []
  const waiting: ((client: SqliteClient) => void)[] = []
  let open = 0
  let tail: Promise<unknown> = Promise.resolve()

  const reader = (): SqliteClient | Promise<SqliteClient> => {
    const free = idle.pop()
    if (free) return free
    if (open >= readersAtMost) return new Promise((resolve) => waiting.push(resolve))
    const opened = openReader(file)
    open += 1
    return opened
  }
  const give = (client: SqliteClient) => {
    const next = waiting.shift()
    if (next) next(client)
    else idle.push(client)
  }

  return {
    engine: 'sqlite',
    place: file,
    tables: tables.sqlite,
    async reading(run) {
      const client = await reader()
      try {
        client.prepare('BEGIN').run()
        return await run(overConnection(client, { isIndexed, memory }))
      } finally {
        if (client.inTransaction) client.prepare('COMMIT').run()
        give(client)
      }
    },
    writing(run) {
      const done = tail.then(async () => {
        try {
          writer.prepare('BEGIN IMMEDIATE').run()
          const result = await run(write)
          writer.prepare('COMMIT').run()
          return result
        } catch (error) {
          if (writer.inTransaction) writer.exec('ROLLBACK')
          throw refusalFor(error)
        }
      })
      tail = done.catch(() => undefined)
      return done
    },
    async ready() {
      return writer.prepare('select 1').get() !== undefined
    },
    async close() {
      await tail
      for (const client of idle) client.close()
      writer.close()
    },
  }
}

/** The writing connection with the settings that a power cut asks for, each asserted. */
export function openWriter(file: string, synchronous: 'FULL' | 'NORMAL' = 'FULL'): SqliteClient {
  const client = new Client(file, { timeout: 5000 })
  try {
    client.pragma('journal_mode = WAL')
    client.pragma(`synchronous = ${synchronous}`)
    settle(client)
    client.pragma('wal_autocheckpoint = 1000')
    assertSettings(client, synchronous === 'FULL' ? 2 : 1)
  } catch (error) {
    client.close()
    throw error
  }
  return client
}

function assertSettings(client: SqliteClient, synchronous: number) {
  const wanted: readonly (readonly [string, unknown])[] = [
    ['journal_mode', 'wal'],
    ['synchronous', synchronous],
    ['foreign_keys', 1],
    ['busy_timeout', 5000],
    ['trusted_schema', 0],
    ['cell_size_check', 1],
    ['mmap_size', 0],
  ]
  for (const [name, value] of wanted) {
    const found = client.pragma(name, { simple: true })
    if (found !== value && !(name === 'mmap_size' && found === undefined))
      throw new Error(
        `SQLite does not take ${name} = ${value} here (it says ${found}). The data folder may lie on a network or virtual file system; Ropewalk needs a local one.`,
      )
  }
  const version = client.prepare('select sqlite_version() as version').get() as { version: string }
  if (version.version.localeCompare('3.51.3', 'en', { numeric: true }) < 0)
    throw new Error(`SQLite ${version.version} is too old: 3.51.3 or newer is needed.`)
}

const known = new WeakMap<SqliteClient, Db>()
function overConnection(client: SqliteClient, more: Pick<Db, 'isIndexed' | 'memory'>): Db {
  const made = known.get(client)
  if (made) return made
  const orm = drizzle(client)
  const { run } = orm
  const db: Db = Object.assign(orm, {
    rows: async <Row>(statement: SQL) => orm.all<Row>(statement),
    run: async (statement: SQL) => run.call(orm, statement),
    ...more,
  })
  known.set(client, db)
  return db
}
