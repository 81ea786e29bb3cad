import { type SQL, sql } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { Database, Db } from './database.ts'
import { tables } from './tables/tables.ts'
import { refusalFor } from './trouble.ts'

/** The lock that makes writers take turns, as SQLite's writer does: history has one order and no gaps. */
export const writersLock = 0x726f7065

// Set within each transaction: a pooler between may refuse them when a connection begins. An export holds its one state
// while its reader takes it.
const read =
  "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = '60s'; SET LOCAL idle_in_transaction_session_timeout = '15min'"
const write = (patience: number) =>
  `BEGIN; SET LOCAL lock_timeout = ${patience}; SET LOCAL statement_timeout = '60s'; SET LOCAL idle_in_transaction_session_timeout = '60s'`

/**
 * PostgreSQL 15 or newer at `postgres://…`. Writers of this process take turns before they take a connection, so that
 * those who wait leave the others to readers; for a writer of another process each waits `patience` milliseconds at most.
 */
export function openPostgres(address: string, { patience = 10_000 } = {}): Database {
  const pool = new pg.Pool({ connectionString: address, max: 10, connectionTimeoutMillis: 5000 })
  pool.on('error', () => undefined)
  const memory = new Map<string, unknown>()
  let tail: Promise<unknown> = Promise.resolve()

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
    place: address,
    tables: tables.postgres,
    reading: (run) => inTransaction(read, (db) => run(Object.assign(db, { memory }))),
    writing(run) {
      const done = tail.then(() =>
        inTransaction(write(patience), async (db) => {
          await db.rows(sql`select pg_advisory_xact_lock(${writersLock})`)
          return run(db)
        }),
      )
      tail = done.catch(() => undefined)
      return done
    },
    async ready() {
      return (await pool.query('select 1')).rowCount === 1
    },
    async close() {
      await tail
      await pool.end()
    },
  }
}

function over(orm: NodePgDatabase): Db {
  const rows = async <Row>(statement: SQL) => (await orm.execute(statement)).rows as Row[]
  return Object.assign(orm, {
    rows,
    run: (statement: SQL) => orm.execute(statement),
  }) as unknown as Db
}
