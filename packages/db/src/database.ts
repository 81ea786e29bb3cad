import type { SQL } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { Engine } from './makers.ts'
import type { Tables } from './tables/tables.ts'

/** What both engines can do inside a transaction. Every query is awaited, and nothing but queries. */
export type Db = Pick<
  BetterSQLite3Database,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | '$count'
> & {
  /** Rows of a statement that drizzle cannot say: search and locks. Values are always parameters. */
  rows<Row>(statement: SQL): Promise<Row[]>
  /** The same for a statement without rows. */
  run(statement: SQL): Promise<unknown>
  /** What was worked out from this database, kept for later readings. Absent within a write, which may still be undone. */
  memory?: Map<string, unknown>
  /** False: no index of words, search compares the texts. */
  isIndexed?: boolean
}

export type Database = {
  engine: Engine
  /** The file, or the address `postgres://…`: where another thread opens it. */
  place: string
  tables: Tables
  /** A consistent view: nobody's half-done change, and the same state for all its queries. */
  reading<T>(run: (db: Db) => Promise<T>): Promise<T>
  /** One transaction, one at a time: committed durably when it answers, undone when it throws. */
  writing<T>(run: (db: Db) => Promise<T>): Promise<T>
  /** Whether the database answers. */
  ready(): Promise<boolean>
  /** Waits for what is under way, then closes. */
  close(): Promise<void>
}
