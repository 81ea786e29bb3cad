import type { ReactNode } from 'react'

export type Column<Row> = {
  key: string
  label: string
  /** Never empty: a value, or "not stated". */
  cell(row: Row): ReactNode
  /** px. The one column without a width is the row's name: strong, a link, and as wide as there is room. */
  width?: number
  /** Leaves when the table is narrower than this, in px. */
  leavesUnder?: number
  sorts?: boolean
  align?: 'end'
  /** Where it goes when rows fold on a phone; the others are left out. */
  folds?: 'id' | 'role' | 'end'
  /** The whole text of a cell that may be cut. */
  title?(row: Row): string
  /** Enter or a double click on the cell: edits it in place. */
  onEdit?(row: Row): void
}

const leastName = 220
/** Under this width of the table, rows fold. */
export const foldsUnder = 608

/** The columns that stand, so that the name keeps its least width. */
export function columnsThatFit<Row>(
  columns: readonly Column<Row>[],
  { width, fixed }: { width: number; fixed: number },
): readonly Column<Row>[] {
  const standing = columns.filter((column) => width >= (column.leavesUnder ?? 0))
  const taken = standing.reduce((sum, column) => sum + (column.width ?? leastName), fixed)
  if (taken <= width) return standing
  const last = standing.findLast((column) => column.width !== undefined && !column.folds)
  return last
    ? columnsThatFit(
        standing.filter((column) => column !== last),
        { width, fixed },
      )
    : standing
}
