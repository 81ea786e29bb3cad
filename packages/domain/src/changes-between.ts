import type { Declared, Fields, NounKey } from './field.ts'
import { nouns } from './nouns.ts'
import type { Changes, Operation } from './operations.ts'
import type { AnyRecord } from './record.ts'
import { ownRowsOf } from './rows-of.ts'

type Row = { readonly rowId: string; readonly declared: Declared } & Readonly<
  Record<string, unknown>
>
type Cells = Readonly<Record<string, unknown>>

/** A row that was added in a form and has no id of the register yet. */
export const isNewRow = (rowId: string): boolean => rowId.startsWith('new-')

/**
 * What turns one state of a record into another: what a form sends. New rows carry ids that begin with `new-`. Sources and
 * answers are told by verbs of their own.
 */
export function changesBetween(noun: NounKey, before: AnyRecord, after: AnyRecord): Changes {
  const fields: Fields = nouns[noun].fields
  const cells = Object.keys(fields).filter((key) => fields[key]?.kind !== 'rows')
  const rows = Object.keys(ownRowsOf(noun)).flatMap((key) =>
    operationsBetween(key, before[key] as readonly Row[], after[key] as readonly Row[]),
  )
  return without({
    fields: different(cells, before, after),
    declared: declaredBetween(before.declared, after.declared),
    rows: rows.length > 0 ? rows : undefined,
  })
}

export const isNothing = (changes: Changes): boolean => Object.keys(changes).length === 0

function operationsBetween(
  key: string,
  before: readonly Row[],
  after: readonly Row[],
): Operation[] {
  const old = new Map(before.map((row) => [row.rowId, row]))
  const alive = new Set(after.map((row) => row.rowId))
  const operations: Operation[] = []
  const order = before.map((row) => row.rowId).filter((rowId) => alive.has(rowId))
  for (const row of before)
    if (!alive.has(row.rowId)) operations.push({ op: 'remove', rows: key, rowId: row.rowId })
  for (const [index, row] of after.entries()) {
    const was = old.get(row.rowId)
    if (!was) {
      operations.push(added(key, row, index))
      order.splice(index, 0, row.rowId)
      continue
    }
    const cells = different(cellKeysOf(row), was, row)
    const declared = declaredBetween(was.declared, row.declared)
    if (cells || declared)
      operations.push(
        without({ op: 'change' as const, rows: key, rowId: row.rowId, cells, declared }),
      )
    const at = order.indexOf(row.rowId)
    if (at === index) continue
    operations.push({ op: 'move', rows: key, rowId: row.rowId, to: index })
    order.splice(index, 0, ...order.splice(at, 1))
  }
  return operations
}

const added = (key: string, row: Row, at: number): Operation => {
  const declared = declaredBetween({}, row.declared)
  return without({
    op: 'add' as const,
    rows: key,
    cells: Object.fromEntries(cellKeysOf(row).map((cell) => [cell, row[cell]])),
    declared,
    at,
  })
}

const cellKeysOf = (row: Row) =>
  Object.keys(row).filter((cell) => cell !== 'rowId' && cell !== 'declared')

function different(keys: readonly string[], before: Cells, after: Cells): Cells | undefined {
  const changed = keys.filter((key) => !same(before[key], after[key]))
  return changed.length > 0
    ? Object.fromEntries(changed.map((key) => [key, after[key]]))
    : undefined
}

function declaredBetween(before: Declared, after: Declared): Changes['declared'] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => !same(before[key], after[key]),
  )
  return keys.length > 0
    ? Object.fromEntries(keys.map((key) => [key, after[key] ?? null]))
    : undefined
}

const without = <T extends object>(given: T): T =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T

export const same = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other)
