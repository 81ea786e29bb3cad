import { existsSync } from 'node:fs'
import pg from 'pg'
import { type Journal, type Migration, migrationsOf, pendingOf } from './migrations.ts'
import { writersLock } from './postgres.ts'
import { sortByBytes } from './sort-by-bytes.ts'
import { openWriter, type SqliteClient } from './sqlite.ts'

const table = `create table if not exists migrations (id text primary key, sha256 text not null, applied_at text not null)`

/** Brings a SQLite file up to date: one at a time, backed up first, all or nothing. */
export async function migrateSqlite(
  file: string,
  migrations = migrationsOf('sqlite'),
): Promise<void> {
  const isNew = !existsSync(file)
  const client = openWriter(file)
  try {
    const known = () =>
      hasTable(client)
        ? (client.prepare('select id, sha256 from migrations order by id').all() as Journal)
        : []
    if (pendingOf(migrations, known()).length === 0) return
    if (!isNew && known().length > 0) await client.backup(`${file}.before-${migrations.at(-1)?.id}`)
    client.pragma('foreign_keys = OFF')
    client.exec('BEGIN IMMEDIATE')
    try {
      client.exec(table)
      for (const migration of pendingOf(migrations, known())) applyToSqlite(client, migration)
      const broken = client.pragma('foreign_key_check') as unknown[]
      if (broken.length > 0) throw new Error(`${broken.length} links would point nowhere`)
      client.exec('COMMIT')
    } catch (error) {
      if (client.inTransaction) client.exec('ROLLBACK')
      throw error
    }
  } finally {
    client.close()
  }
}

function applyToSqlite(client: SqliteClient, migration: Migration) {
  try {
    for (const statement of migration.statements) client.exec(statement)
  } catch (error) {
    throw failed(migration, error)
  }
  client
    .prepare('insert into migrations (id, sha256, applied_at) values (?, ?, ?)')
    .run(migration.id, migration.sha256, new Date().toISOString())
}

const hasTable = (client: SqliteClient) =>
  client
    .prepare("select 1 from sqlite_master where type = 'table' and name = 'migrations'")
    .get() !== undefined

/** Brings a PostgreSQL database up to date, under a lock, all or nothing. */
export async function migratePostgres(
  address: string,
  migrations = migrationsOf('postgres'),
): Promise<void> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 5000 })
  await client.connect()
  try {
    await client.query('BEGIN')
    await client.query('select pg_advisory_xact_lock($1)', [writersLock])
    await client.query(table)
    const applied = await client.query<Journal[number]>(
      'select id, sha256 from migrations order by id',
    )
    for (const migration of pendingOf(migrations, applied.rows)) {
      try {
        for (const statement of migration.statements) await client.query(statement)
      } catch (error) {
        throw failed(migration, error)
      }
      await client.query('insert into migrations (id, sha256, applied_at) values ($1, $2, $3)', [
        migration.id,
        migration.sha256,
        new Date().toISOString(),
      ])
    }
    await sortByBytes(client)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  } finally {
    await client.end()
  }
}

const failed = (migration: Migration, error: unknown) =>
  new Error(
    `The migration ${migration.id} failed: ${error instanceof Error ? error.message : String(error)}. The database is as it was.`,
  )
