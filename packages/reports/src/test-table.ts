import type { Cell } from './cell.ts'
import type { ColumnKind } from './column.ts'
import type { Table } from './table.ts'

/** A table by hand: columns `a`, `b`, … of these kinds, rows one batch at a time. */
export function tableWith(
  kinds: readonly ColumnKind[],
  rows: Iterable<readonly Cell[]>,
  dataset = 'purposes',
): Table {
  async function* batches() {
    for (const row of rows) yield [[...row]]
  }
  return {
    dataset,
    columns: kinds.map((kind, index) => ({ key: String.fromCharCode(97 + index), kind })),
    language: 'en',
    rows: batches(),
  }
}
