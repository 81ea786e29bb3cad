import { type SQL, sql } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { Database, Db } from './database.ts'
import { tables } from './tables/tables.ts'
import { refusalFor } from './trouble.ts'

/** The lock that makes writers take turns, as SQLite's writer does: history has one order and no gaps. */
export const writersLock = 0x726f7065

/** PostgreSQL 15 or newer at `postgres://…`. */
export function openPostgres(address: string): Database {
  const pool = new pg.Pool({ connectionString: address, max: 10, connectionTimeoutMillis: 5000 })
  pool.on('error', () => undefined)
  const memory = new Map<string, unknown>()

  const inTransaction = async <T>(begin: string, run: (db: Db) => Promise<T>): Promise<T> => {
    const client = await pool.connect().catch((error) => {
      throw refusalFor(error)
    })
    try {
      await client.query(begin)
      const result = await run(over(drizzle(client)))
      await client.query('COMMIT')
      return result
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined)
      throw refusalFor(error)
    } finally {
      client.release()
    }
  }

  return {
    engine: 'postgres',
    tables: tables.postgres,
    reading: (run) =>
      inTransaction('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', (db) =>
        run(Object.assign(db, { memory })),
      ),
    writing: (run) =>
      inTransaction('BEGIN', async (db) => {
        await db.rows(sql`select pg_advisory_xact_lock(${writersLock})`)
        return run(db)
      }),
    async ready() {
      return (await pool.query('select 1')).rowCount === 1
    },
    close: () => pool.end(),
  }
}

function over(orm: NodePgDatabase): Db {
  const rows = async <Row>(statement: SQL) => (await orm.execute(statement)).rows as Row[]
  return Object.assign(orm, {
    rows,
    run: (statement: SQL) => orm.execute(statement),
  }) as unknown as Db
}
