import * as pg from 'drizzle-orm/pg-core'
import * as sqlite from 'drizzle-orm/sqlite-core'

const sqliteMakers = {
  table: sqlite.sqliteTable,
  text: (name: string) => sqlite.text(name),
  integer: (name: string) => sqlite.integer(name),
  yesNo: (name: string) => sqlite.integer(name, { mode: 'boolean' }),
  json: (name: string) => sqlite.text(name, { mode: 'json' }),
  index: sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,
}
export type Makers = typeof sqliteMakers

const pgMakers = {
  table: pg.pgTable,
  text: (name: string) => pg.text(name),
  integer: (name: string) => pg.integer(name),
  yesNo: (name: string) => pg.boolean(name),
  json: (name: string) => pg.jsonb(name),
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
}

/** PostgreSQL's column makers under SQLite's types: the only place of this cast. */
export const makers = { sqlite: sqliteMakers, postgres: pgMakers as unknown as Makers }
export type Engine = keyof typeof makers
