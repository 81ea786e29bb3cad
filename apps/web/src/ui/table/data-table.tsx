import {
  Fragment,
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { isSelected, type Selection, selecting } from '../selection.ts'
import { type Column, columnsThatFit, foldsUnder } from './columns.ts'
import { type Cell, movedBy } from './moves.ts'
import { type Sort, TableHead } from './table-head.tsx'
import { TableRow } from './table-row.tsx'
import { type Density, useRows } from './use-rows.ts'

const boxWidth = 36

type Props<Row> = {
  label: string
  columns: readonly Column<Row>[]
  count: number
  /** Undefined while the row is on its way. */
  rowAt: (index: number) => Row | undefined
  /** The rows in sight, `to` not included. */
  onNeed?: (range: { from: number; to: number }) => void
  idOf: (row: Row) => string
  nameOf: (row: Row) => string
  hrefOf?: (row: Row) => string
  /** A press or Enter on a row; with Ctrl, ⌘ or the middle button the browser follows `hrefOf` itself. */
  onOpen?: (row: Row) => void
  sort?: Sort
  onSort?: (sort: Sort) => void
  selection?: Selection
  onSelection?: (selection: Selection) => void
  density?: Density
}

/** The one table of every list: thousands of rows, a window of them drawn, every cell reached by keyboard. */
export function DataTable<Row>(props: Props<Row>) {
  const { label, count, rowAt, onNeed, idOf, nameOf, hrefOf, onOpen, selection, onSelection } =
    props
  const { density = 'normal' } = props
  const table = useRef<HTMLTableElement>(null)
  const [reached, setReached] = useState<Cell>({ row: 0, column: selection ? 1 : 0 })
  const [moved, setMoved] = useState(0)
  const anchor = useRef(0)
  const { rows, width, folded, start } = useRows(table, {
    count,
    density,
    keep: reached.row,
    foldsUnder,
  })
  const boxes = selection ? 1 : 0
  const columns = useMemo(
    () =>
      folded
        ? props.columns.filter((column) => column.folds || column.width === undefined)
        : columnsThatFit(props.columns, { width, fixed: boxes * boxWidth }),
    [props.columns, folded, width, boxes],
  )
  const items = rows.getVirtualItems()
  // Not by the rows drawn: the one that holds the focus may be far off.
  const from = rows.range?.startIndex ?? 0
  const to = (rows.range?.endIndex ?? -1) + 1
  useEffect(() => onNeed?.({ from, to }), [onNeed, from, to])

  // A move by keyboard brings the cell into sight first, and focuses it once it is drawn.
  useEffect(() => {
    if (moved === 0) return
    rows.scrollToIndex(reached.row)
    table.current
      ?.querySelector<HTMLElement>(
        `tr[data-index="${reached.row}"] [data-column="${reached.column}"]`,
      )
      ?.focus({ preventScroll: true })
  }, [moved])

  const toggle = (index: number, range: boolean) => {
    if (!selection || !onSelection) return
    const row = rowAt(index)
    if (row === undefined) return
    const [first, last] = range ? [anchor.current, index].sort((a, b) => a - b) : [index, index]
    const ids: string[] = []
    for (let at = first ?? index; at <= (last ?? index); at++) {
      const each = rowAt(at)
      if (each !== undefined) ids.push(idOf(each))
    }
    anchor.current = index
    onSelection(selecting(selection, ids, !isSelected(selection, idOf(row))))
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const cell = cellOf(event.target)
    if (!cell || isControl(event.target) || event.altKey || event.metaKey) return
    const row = rowAt(cell.row)
    const column = columns[cell.column - boxes]
    const size = { rows: count, columns: columns.length + boxes, page: 10 }
    const next = movedBy(event, cell, size)
    if (next) {
      setReached(next)
      setMoved(moved + 1)
    } else if (event.key === ' ' && selection) {
      toggle(cell.row, event.shiftKey)
    } else if (event.key === 'Enter' && row !== undefined && !event.ctrlKey) {
      if (column?.onEdit) column.onEdit(row)
      else onOpen?.(row)
    } else return
    event.preventDefault()
  }

  const onClick = (event: MouseEvent) => {
    const cell = cellOf(event.target)
    if (!cell || !(event.target instanceof Element)) return
    setReached(cell)
    if (event.target.closest('[data-fold="box"]')) toggle(cell.row, event.shiftKey)
    if (!event.target.closest('a.name') || !onOpen) return
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    const row = rowAt(cell.row)
    if (row !== undefined) onOpen(row)
  }

  const onDoubleClick = (event: MouseEvent) => {
    const cell = cellOf(event.target)
    const row = cell && !isControl(event.target) ? rowAt(cell.row) : undefined
    if (cell && row !== undefined) columns[cell.column - boxes]?.onEdit?.(row)
  }

  const gaps = gapsBetween(items, { start, end: start + rows.getTotalSize() })
  const span = columns.length + boxes
  return (
    <table
      ref={table}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern of WAI-ARIA
      role="grid"
      className="tbl"
      aria-label={label}
      aria-rowcount={count + 1}
      aria-multiselectable={selection ? true : undefined}
      data-density={density}
      data-folded={folded || undefined}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
    >
      <colgroup>
        {selection && <col width={boxWidth} />}
        {columns.map((column) => (
          <col key={column.key} width={column.width} data-leaves={column.leavesUnder} />
        ))}
      </colgroup>
      <TableHead
        columns={columns}
        count={count}
        sort={props.sort}
        onSort={props.onSort}
        selection={selection}
        onSelection={onSelection}
      />
      <tbody>
        {items.map((item) => {
          const row = rowAt(item.index)
          return (
            <Fragment key={item.key}>
              <Space height={gaps.before.get(item.index)} span={span} />
              <TableRow
                index={item.index}
                row={row}
                columns={columns}
                name={row === undefined ? '' : nameOf(row)}
                href={row === undefined ? undefined : hrefOf?.(row)}
                selected={
                  selection && row !== undefined
                    ? isSelected(selection, idOf(row))
                    : selection && false
                }
                reached={reached.row === item.index ? Math.min(reached.column, span - 1) : -1}
                measure={folded ? rows.measureElement : undefined}
              />
            </Fragment>
          )
        })}
        <Space height={gaps.after} span={span} />
      </tbody>
    </table>
  )
}

/** Stands for rows out of sight. */
const Space = ({ height, span }: { height: number | undefined; span: number }) =>
  height ? (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row takes no focus
    <tr className="space" aria-hidden="true">
      <td colSpan={span} style={{ height }} />
    </tr>
  ) : null

function gapsBetween(
  items: readonly { index: number; start: number; end: number }[],
  { start, end }: { start: number; end: number },
) {
  const before = new Map<number, number>()
  let filled = start
  for (const item of items) {
    if (item.start > filled) before.set(item.index, item.start - filled)
    filled = item.end
  }
  return { before, after: Math.max(0, end - filled) }
}

function cellOf(target: EventTarget): Cell | undefined {
  if (!(target instanceof Element)) return undefined
  const row = target.closest<HTMLElement>('tr[data-index]')
  const cell = target.closest<HTMLElement>('[data-column]')
  return row && cell
    ? { row: Number(row.dataset.index), column: Number(cell.dataset.column) }
    : undefined
}

const isControl = (target: EventTarget) =>
  target instanceof Element &&
  target.closest('input:not([type=checkbox]), select, textarea, button, [contenteditable]') !== null
