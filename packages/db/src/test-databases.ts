import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe } from 'vitest'
import type { Database } from './database.ts'
import type { Engine } from './makers.ts'
import { migratePostgres, migrateSqlite } from './migrate.ts'
import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'
import { type PostgresServer, startPostgres } from './test-postgres.ts'

type Opened = { open: () => Promise<Database>; engine: Engine }

/** Runs a suite on both engines. `open` gives a new, migrated, empty database, closed and removed after the suite. */
export function onBothEngines(name: string, suite: (opened: Opened) => void): void {
  describe(`${name} on SQLite`, () => suite({ open: sqliteOpener(), engine: 'sqlite' }))
  describe(`${name} on PostgreSQL`, () => suite({ open: postgresOpener(), engine: 'postgres' }))
}

function sqliteOpener() {
  const folder = mkdtempSync(join(tmpdir(), 'ropewalk-'))
  const opened: Database[] = []
  afterAll(async () => {
    for (const database of opened) await database.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return async () => {
    const file = join(folder, `${opened.length}.db`)
    await migrateSqlite(file)
    const database = openSqlite(file)
    opened.push(database)
    return database
  }
}

function postgresOpener() {
  const opened: Database[] = []
  let server: PostgresServer | undefined
  beforeAll(async () => {
    server = await startPostgres()
  }, 60_000)
  afterAll(async () => {
    for (const database of opened) await database.close()
    await server?.stop()
  }, 60_000)
  return async () => {
    if (!server) throw new Error('PostgreSQL is not started')
    const address = await server.create(`test_${opened.length}`)
    await migratePostgres(address)
    const database = openPostgres(address)
    opened.push(database)
    return database
  }
}
