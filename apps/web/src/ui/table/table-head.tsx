import { useSay } from '../../language.ts'
import { everything, nothing, type Selection, selectedCount } from '../selection.ts'
import { Sign } from '../sign.tsx'
import { uiWords } from '../words.ts'
import type { Column } from './columns.ts'

export type Sort = { by: string; direction: 'ascending' | 'descending' }

type Props<Row> = {
  columns: readonly Column<Row>[]
  count: number
  sort: Sort | undefined
  onSort: ((sort: Sort) => void) | undefined
  selection: Selection | undefined
  onSelection: ((selection: Selection) => void) | undefined
}

export function TableHead<Row>({
  columns,
  count,
  sort,
  onSort,
  selection,
  onSelection,
}: Props<Row>) {
  const direction = (key: string) => (sort?.by === key ? sort.direction : undefined)
  const other = (key: string) => (direction(key) === 'ascending' ? 'descending' : 'ascending')
  return (
    <thead>
      <tr aria-rowindex={1}>
        {selection && (
          <th scope="col">
            <AllBox selection={selection} count={count} onSelection={onSelection} />
          </th>
        )}
        {columns.map((column) => (
          <th
            key={column.key}
            scope="col"
            aria-sort={direction(column.key)}
            data-leaves={column.leavesUnder}
            className={column.align}
          >
            {column.sorts && onSort ? (
              <button
                type="button"
                onClick={() => onSort({ by: column.key, direction: other(column.key) })}
              >
                {column.label}
                <Sign of="up" size={10} />
              </button>
            ) : (
              column.label
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function AllBox({ selection, count, onSelection }: AllProps) {
  const say = useSay()
  const chosen = selectedCount(selection, count)
  return (
    <input
      type="checkbox"
      aria-label={say(uiWords.selectAll, { n: count })}
      checked={count > 0 && chosen === count}
      ref={(box) => {
        if (box) box.indeterminate = chosen > 0 && chosen < count
      }}
      onChange={() => onSelection?.(chosen === count ? nothing : everything)}
    />
  )
}
type AllProps = { selection: Selection; count: number; onSelection: Props<never>['onSelection'] }
