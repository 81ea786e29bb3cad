import type { Fields, NounKey } from '@ropewalk/domain/field.ts'
import { folded } from '@ropewalk/domain/foreign-text.ts'
import { nouns, numberOf } from '@ropewalk/domain/nouns.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { and, eq, inArray } from 'drizzle-orm'
import type { Database, Db } from './database.ts'
import { cellKeys, rowKeys } from './tables/columns.ts'
import type { Tables } from './tables/tables.ts'
import { wholeRows } from './whole-rows.ts'

type Row = { rowId: string } & Record<string, unknown>
type RowTable = Tables['sources']
type NounTable = Tables['nouns']['activity']
/** A database transaction with the tables of its engine. */
export type Register = { db: Db; tables: Tables; engine: Database['engine'] }

export const nounTable = (tables: Tables, noun: NounKey) =>
  tables.nouns[noun] as unknown as NounTable

/** The tables of the lists of a noun's records, with the two that every record has. */
export function listTables(
  tables: Tables,
  noun: NounKey,
): readonly (readonly [string, RowTable])[] {
  const own = rowKeys(nouns[noun].fields).map(([key]) => {
    const table = (tables.rows[noun] as unknown as Record<string, RowTable>)[key] as RowTable
    return [key, table] as const
  })
  return [
    ...own,
    ['sources', tables.sources],
    ['openQuestions', tables.openQuestions as unknown as RowTable],
  ]
}

/** Whole records by id, in the order asked for; ids that are not there are left out. `only` names the lists to load. */
export async function loadRecords(
  register: Register,
  noun: NounKey,
  { ids, only }: { ids: readonly string[]; only?: readonly string[] },
): Promise<AnyRecord[]> {
  if (ids.length === 0) return []
  const { tables } = register
  const table = nounTable(tables, noun)
  const found = await wholeRows<{ id: string }>(register, table, { by: 'id', among: ids })
  const lists = new Map<string, Map<string, Row[]>>()
  for (const [key, rowTable] of listTables(tables, noun))
    if (!only || only.includes(key)) lists.set(key, await rowsByRecord(register, rowTable, ids))
  const records = new Map(found.map((row) => [row.id, assembled(noun, row, lists)]))
  return ids.flatMap((id) => records.get(id) ?? [])
}

async function rowsByRecord(register: Register, table: RowTable, ids: readonly string[]) {
  const rows = await wholeRows<Row & { recordId: string; position: number }>(register, table, {
    by: 'recordId',
    among: ids,
    order: 'position',
  })
  const grouped = new Map<string, Row[]>()
  for (const { recordId, position: _, ...row } of rows) {
    const list = grouped.get(recordId)
    if (list) list.push(row)
    else grouped.set(recordId, [row])
  }
  return grouped
}

function assembled(
  noun: NounKey,
  row: Record<string, unknown>,
  lists: Map<string, Map<string, Row[]>>,
): AnyRecord {
  const record: Record<string, unknown> = {}
  const id = row.id as string
  for (const key of kept) record[key] = row[key]
  for (const [key, field] of Object.entries(nouns[noun].fields as Fields))
    record[key] = field.kind === 'rows' ? (lists.get(key)?.get(id) ?? []) : row[key]
  record.sources = lists.get('sources')?.get(id) ?? []
  record.openQuestions = lists.get('openQuestions')?.get(id) ?? []
  return record as AnyRecord
}

const kept = [
  'id',
  'version',
  'lastRow',
  'createdAt',
  'updatedAt',
  'archivedAt',
  'declared',
] as const

export async function insertRecord(
  register: Register,
  noun: NounKey,
  record: AnyRecord,
): Promise<void> {
  const { db, tables } = register
  for (const [table, rows] of tableRowsOf(tables, noun, record))
    await db.insert(table).values(rows as never)
}

/** A record as the rows of the tables that hold it, its own first; tables without a row are left out. */
export function tableRowsOf(
  tables: Tables,
  noun: NounKey,
  record: AnyRecord,
): readonly (readonly [RowTable, readonly Readonly<Record<string, unknown>>[]])[] {
  const lists = listTables(tables, noun).flatMap(([key, table]) => {
    const list = record[key] as readonly Row[]
    const rows = list.map((row, position) => ({ ...row, recordId: record.id, position }))
    return rows.length === 0 ? [] : [[table, rows] as const]
  })
  return [[tables.nouns[noun] as unknown as RowTable, [mainRow(noun, record)]], ...lists]
}

/** Writes the difference of two states of a record. False when the version that was read is no longer there. */
export async function updateRecord(
  register: Register,
  noun: NounKey,
  { before, after }: { before: AnyRecord; after: AnyRecord },
): Promise<boolean> {
  const { db, tables } = register
  const table = nounTable(tables, noun)
  const updated = await db
    .update(table)
    .set(mainRow(noun, after) as never)
    .where(and(eq(table.id, before.id), eq(table.version, before.version)))
    .returning({ id: table.id })
  if (updated.length === 0) return false
  for (const [key, rowTable] of listTables(tables, noun))
    if (before[key] !== after[key]) await updateRows(db, rowTable, { before, after, key })
  return true
}

async function updateRows(
  db: Db,
  table: RowTable,
  change: { before: AnyRecord; after: AnyRecord; key: string },
) {
  const old = change.before[change.key] as readonly Row[]
  const now = change.after[change.key] as readonly Row[]
  const places = new Map(old.map((row, position) => [row.rowId, { row, position }]))
  const alive = new Set(now.map((row) => row.rowId))
  const gone = old.filter((row) => !alive.has(row.rowId)).map((row) => row.rowId)
  if (gone.length > 0) await db.delete(table).where(inArray(table.rowId, gone))
  for (const [position, row] of now.entries()) {
    const was = places.get(row.rowId)
    if (!was)
      await db.insert(table).values({ ...row, recordId: change.after.id, position } as never)
    else if (was.position !== position || was.row !== row)
      await db
        .update(table)
        .set({ ...row, position } as never)
        .where(eq(table.rowId, row.rowId))
  }
}

export async function deleteRecord(register: Register, noun: NounKey, id: string): Promise<void> {
  const { db, tables } = register
  for (const [, table] of listTables(tables, noun))
    await db.delete(table).where(eq(table.recordId, id))
  const table = nounTable(tables, noun)
  await db.delete(table).where(eq(table.id, id))
}

function mainRow(noun: NounKey, record: AnyRecord) {
  const row: Record<string, unknown> = {
    number: numberOf(record.id),
    sortName: sortKey(String(record.name)),
  }
  for (const key of kept) row[key] = record[key]
  for (const key of cellKeys(nouns[noun].fields)) row[key] = record[key]
  return row
}

/** Names sort by their folded form, numbers within them by value (as `natural` as padding makes them). */
export const sortKey = (name: string): string =>
  folded(name)
    .replace(/\d+/g, (digits) => digits.padStart(8, '0'))
    .slice(0, 200)
