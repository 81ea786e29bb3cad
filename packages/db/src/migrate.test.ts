import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, expect, it } from 'vitest'
import { migratePostgres, migrateSqlite } from './migrate.ts'
import { migrationsOf } from './migrations.ts'
import { openSqlite } from './sqlite.ts'
import { startPostgres } from './test-postgres.ts'

const folder = mkdtempSync(join(tmpdir(), 'ropewalk-migrate-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const broken = {
  id: '9999_broken',
  sha256: 'x',
  statements: ['create table half (id text)', 'create nonsense'],
}

it('leaves a SQLite file as it was when a migration fails, and says why', async () => {
  const file = join(folder, 'failed.db')
  await migrateSqlite(file)
  await expect(migrateSqlite(file, [...migrationsOf('sqlite'), broken])).rejects.toThrow(
    /9999_broken failed: .*nonsense.* The database is as it was\./,
  )
  const database = openSqlite(file)
  const found = await database.reading((db) =>
    db.rows(sql`select name from sqlite_master where name = 'half'`),
  )
  await database.close()
  expect(found).toEqual([])
})

it('refuses a database that is newer than the program', async () => {
  const file = join(folder, 'newer.db')
  await migrateSqlite(file)
  await expect(migrateSqlite(file, migrationsOf('sqlite').slice(0, 1))).rejects.toThrow(
    /newer than this program/,
  )
})

it('refuses a database whose migrations had other content', async () => {
  const file = join(folder, 'other.db')
  await migrateSqlite(file)
  const other = migrationsOf('sqlite').map((migration) => ({ ...migration, sha256: 'other' }))
  await expect(migrateSqlite(file, other)).rejects.toThrow(/other content/)
})

it('lets two SQLite starts at once migrate one file', async () => {
  const file = join(folder, 'two.db')
  await Promise.all([migrateSqlite(file), migrateSqlite(file), migrateSqlite(file)])
})

it('lets two PostgreSQL starts at once migrate one database, and undoes a failed one', async () => {
  const server = await startPostgres()
  try {
    const address = await server.create('migrated')
    await Promise.all([
      migratePostgres(address),
      migratePostgres(address),
      migratePostgres(address),
    ])
    await expect(migratePostgres(address, [...migrationsOf('postgres'), broken])).rejects.toThrow(
      /The database is as it was/,
    )
    await expect(migratePostgres(address, migrationsOf('postgres').slice(0, 1))).rejects.toThrow(
      /newer/,
    )
  } finally {
    await server.stop()
  }
}, 60_000)
