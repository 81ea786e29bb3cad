import { getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../database.ts'
import type { Engine } from '../makers.ts'
import { flatTables, type Tables } from '../tables/tables.ts'

/** How a value is written: text and integer as JSON has them, yesNo as true or false, json as what it says. */
export const columnKinds = ['text', 'integer', 'yesNo', 'json'] as const
export type ColumnKind = (typeof columnKinds)[number]
/** A table as a backup keeps it: rows as lists of values in the order of its columns. */
export type Part = { name: string; columns: { name: string; kind: ColumnKind }[] }
export type Row = readonly unknown[]

/** Who is signed in, links not yet used and delays end with a backup; judgements are worked out anew. */
const leftOut = new Set([
  'sessions',
  'single_use_links',
  'pending_sign_ins',
  'sign_in_delays',
  'judgements',
])
const batch = 500

/** The tables that a backup keeps, in an order without meaning; what is searched is one of them. */
export function partsOf(engine: Engine): Part[] {
  const kept = Object.values(flatTables(engine)).filter(
    (table) => !leftOut.has(getTableName(table as AnyTable)),
  )
  return [...kept.map((table) => partOf(table as AnyTable)), searchPart]
}

/** Every table of the register by its name in SQL, without `search` and `migrations`. */
export const tableNames = (engine: Engine): string[] =>
  Object.values(flatTables(engine)).map((table) => getTableName(table as AnyTable))

type AnyTable = Tables['entries']
const searchPart: Part = {
  name: 'search',
  columns: [
    { name: 'rowid', kind: 'integer' },
    { name: 'id', kind: 'text' },
    { name: 'kind', kind: 'text' },
    { name: 'body', kind: 'text' },
  ],
}
const kindOf: Record<string, ColumnKind> = {
  string: 'text',
  number: 'integer',
  boolean: 'yesNo',
  json: 'json',
}

function partOf(table: AnyTable): Part {
  const columns = Object.values(getTableColumns(table)).map(({ name, dataType }) => {
    const kind = kindOf[dataType]
    if (!kind) throw new Error(`A backup cannot keep ${getTableName(table)}.${name}.`)
    return { name, kind }
  })
  return { name: getTableName(table), columns }
}

const keys: Readonly<Record<string, readonly string[]>> = {
  search: ['rowid'],
  states: ['seq', 'generation'],
}

function keyOf(engine: Engine, name: string): readonly string[] {
  const known = keys[name]
  if (known) return known
  const table = Object.values(flatTables(engine)).find(
    (each) => getTableName(each as AnyTable) === name,
  ) as AnyTable
  const key = Object.values(getTableColumns(table)).filter(({ primary }) => primary)
  if (key.length === 0) throw new Error(`A backup cannot put ${name} in an order.`)
  return key.map((column) => column.name)
}

/** All rows of a part, some at a time, in the order of its key. */
export async function* rowsOf(db: Db, engine: Engine, part: Part): AsyncGenerator<Row[]> {
  const key = keyOf(engine, part.name)
  const columns = list(part.columns.map(({ name }) => name))
  const at = key.map((name) => part.columns.findIndex((column) => column.name === name))
  const table = quoted(part.name)
  let after: SQL = sql``
  while (true) {
    const found = await db.rows<Record<string, unknown>>(
      sql`select ${columns} from ${table}${after} order by ${list(key)} limit ${batch}`,
    )
    const rows = found.map((row) =>
      part.columns.map(({ name, kind }) => written(row[name], kind, engine)),
    )
    const last = rows.at(-1)
    if (last) yield rows
    if (!last || rows.length < batch) return
    const values = at.map((index) => sql`${last[index]}`)
    after = sql` where (${list(key)}) > (${sql.join(values, sql`, `)})`
  }
}

function written(value: unknown, kind: ColumnKind, engine: Engine): unknown {
  if (value === null || value === undefined) return null
  if (kind === 'integer') return Number(value)
  if (engine === 'postgres') return value
  if (kind === 'yesNo') return value === 1
  return kind === 'json' ? JSON.parse(String(value)) : value
}

const quoted = (name: string) => sql.raw(`"${name}"`)
const list = (names: readonly string[]) =>
  sql.join(
    names.map((name) => quoted(name)),
    sql`, `,
  )
