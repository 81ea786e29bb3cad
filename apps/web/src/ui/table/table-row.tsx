import { memo, type Ref } from 'react'
import { useSay } from '../../language.ts'
import { Skeleton } from '../states.tsx'
import { uiWords } from '../words.ts'
import type { Column } from './columns.ts'

type Props<Row> = {
  index: number
  row: Row | undefined
  columns: readonly Column<Row>[]
  name: string
  href: string | undefined
  /** Undefined: rows are not selected here. */
  selected: boolean | undefined
  /** The column that can be reached by Tab, -1 for none. */
  reached: number
  measure: Ref<HTMLTableRowElement> | undefined
}

/** One row. Presses and keys are the table's, so that a row is drawn again only when it changes. */
export const TableRow = memo(Row) as typeof Row

function Row<R>({ index, row, columns, name, href, selected, reached, measure }: Props<R>) {
  const boxes = selected === undefined ? 0 : 1
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2} aria-selected={row && selected}>
      {selected !== undefined && (
        <td data-fold="box" data-column={0} tabIndex={reached === 0 ? 0 : -1}>
          {row !== undefined && <RowBox name={name} selected={selected} />}
        </td>
      )}
      {columns.map((column, at) => {
        const place = {
          'data-column': at + boxes,
          tabIndex: reached === at + boxes ? 0 : -1,
          'data-fold': column.width === undefined ? 'name' : column.folds,
          'data-leaves': column.leavesUnder,
          className: column.align,
        }
        if (row === undefined) {
          return (
            <td key={column.key} {...place}>
              <Skeleton
                width={column.width === undefined ? `${45 + ((index * 17) % 35)}%` : '70%'}
              />
            </td>
          )
        }
        if (column.width !== undefined) {
          return (
            <td key={column.key} {...place} title={column.title?.(row)}>
              {column.cell(row)}
            </td>
          )
        }
        return (
          <th key={column.key} scope="row" {...place}>
            {href === undefined ? (
              column.cell(row)
            ) : (
              <a className="name" href={href} title={name} tabIndex={-1}>
                <bdi>{column.cell(row)}</bdi>
              </a>
            )}
          </th>
        )
      })}
    </tr>
  )
}

function RowBox({ name, selected }: { name: string; selected: boolean }) {
  const say = useSay()
  return (
    <input
      type="checkbox"
      tabIndex={-1}
      checked={selected}
      readOnly
      aria-label={say(uiWords.select, { name })}
    />
  )
}
