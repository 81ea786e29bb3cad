import type { ReactNode } from 'react'

type Props = {
  /** Spoken name. */
  label: string
  heads: readonly string[]
  /** Spoken head of a last column that holds controls. */
  acts?: string | undefined
  /** As many cells as there are columns; the first names the row. */
  rows: readonly { key: string; cells: readonly ReactNode[] }[]
}

/** A short table that folds on a phone, where each cell says its head. */
export const PlainTable = ({ label, heads, acts, rows }: Props) => (
  <table className="subt folds" aria-label={label}>
    <thead>
      <tr>
        {heads.map((head) => (
          <th key={head} scope="col">
            {head}
          </th>
        ))}
        {acts && (
          <th scope="col">
            <span className="sr-only">{acts}</span>
          </th>
        )}
      </tr>
    </thead>
    <tbody>
      {rows.map(({ key, cells: [name, ...cells] }) => (
        <tr key={key}>
          <th scope="row">{name}</th>
          {cells.map((cell, index) => (
            <td key={heads[index + 1] ?? acts} data-head={heads[index + 1]}>
              {cell}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
