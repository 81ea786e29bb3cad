import { getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm'
import type { Database, Db } from './database.ts'
import type { Tables } from './tables/tables.ts'

type AnyTable = Tables['entries']
type Where = { by: string; among: readonly string[]; order?: string }

/**
 * Whole rows of a table by the values of one column, as the query builder would give them. One text a table, whatever
 * the number of values: the builder's own work costs several times what the database needs.
 */
export async function wholeRows<Row>(
  { db, engine }: { db: Db; engine: Database['engine'] },
  table: unknown,
  { by, among, order }: Where,
): Promise<Row[]> {
  const reader = readerOf(table as AnyTable)
  const rows = await db.rows<Record<string, unknown>>(
    sql`${reader.select} where ${reader.names.get(by)} ${isAmong(engine, among)}${order ? sql` order by ${reader.names.get(order)}` : sql``}`,
  )
  if (engine === 'sqlite') for (const row of rows) for (const decode of reader.decoders) decode(row)
  return rows as Row[]
}

/** A condition behind a column: one of these values, however many. */
export const isAmong = (
  engine: Database['engine'],
  values: readonly string[] | readonly number[],
): SQL =>
  engine === 'sqlite'
    ? sql`in (select value from json_each(${JSON.stringify(values)}))`
    : sql`= any(${sql.param(values)})`

type Reader = {
  select: SQL
  names: Map<string, SQL>
  decoders: ((row: Record<string, unknown>) => void)[]
}
const readers = new WeakMap<object, Reader>()

function readerOf(table: AnyTable): Reader {
  const known = readers.get(table)
  if (known) return known
  const columns = Object.entries(getTableColumns(table))
  const names = new Map(columns.map(([key, column]) => [key, sql.raw(`"${column.name}"`)]))
  const select = sql.raw(
    `select ${columns.map(([key, column]) => `"${column.name}" as "${key}"`).join(', ')} from "${getTableName(table)}"`,
  )
  const decoders = columns.flatMap(([key, column]) => {
    const kind: string = column.dataType
    if (kind === 'json')
      return (row: Record<string, unknown>) => {
        row[key] = parsed(row[key])
      }
    if (kind !== 'boolean') return []
    return (row: Record<string, unknown>) => {
      row[key] = row[key] === null ? null : row[key] === 1
    }
  })
  const reader = { select, names, decoders }
  readers.set(table, reader)
  return reader
}

// Most lists and declared answers are empty.
function parsed(text: unknown): unknown {
  if (text === '[]') return []
  if (text === '{}') return {}
  return text === null ? null : JSON.parse(String(text))
}
