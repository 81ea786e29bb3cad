import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { type ColumnDef, writeXlsxStream } from 'hucre/xlsx'
import { type Cell, cellText, type Row } from './cell.ts'
import type { ColumnFacts, ColumnKind } from './column.ts'
import type { Table } from './table.ts'

/** What Excel holds in one cell, in UTF-16 units. */
export const longestCell = 32_767

const refusals = {
  tooLong: both(
    'Row {row}, column {column}: {length} characters, and a cell of a workbook holds at most {most}. Take the CSV or JSON file, or leave this column out.',
    'Ligne {row}, colonne {column} : {length} caractères, or une cellule de classeur en contient au plus {most}. Prenez le fichier CSV ou JSON, ou laissez cette colonne de côté.',
  ),
}

/**
 * A workbook with one sheet named after the dataset: numbers as numbers, everything else as text, so that nothing is
 * read as a formula or changed into a date. Streamed; memory does not grow with rows. After 1,048,576 rows, which is
 * what Excel holds, it goes on in a further sheet. Refuses a text longer than a cell holds: never cut in silence.
 */
export async function* xlsxOf(table: Table): AsyncGenerator<Uint8Array> {
  const columns = table.columns.map(headerOf)
  const stream = writeXlsxStream(valuesOf(table, columns), {
    name: table.dataset,
    columns,
    freezePane: { rows: 1 },
  })
  yield* stream
}

const headerOf = ({ key, kind }: ColumnFacts): ColumnDef => ({
  header: key,
  width: Math.max(widths[kind], key.length + 2),
  style: { font: { bold: true } },
})

/** Column widths in characters. */
const widths: Readonly<Record<ColumnKind, number>> = {
  text: 28,
  number: 9,
  day: 12,
  time: 22,
  yesNo: 9,
  list: 40,
}

async function* valuesOf(table: Table, columns: ColumnDef[]) {
  // The writer styles whole columns: it asks for the first row once the header is written, and only that is bold.
  for (const column of columns) delete column.style
  let number = 0
  for await (const rows of table.rows)
    for (const row of rows) {
      number += 1
      yield valuesIn(row, number, table)
    }
}

const valuesIn = (row: Row, number: number, { columns, language }: Table) =>
  row.map((cell: Cell, index) => {
    if (typeof cell === 'number') return cell
    const text = cellText(cell, language)
    if (text.length <= longestCell) return text === '' ? null : escaped(text)
    throw new Refusal('TOO_LARGE', refusals.tooLong, {
      values: {
        row: number,
        column: columns[index]?.key ?? '',
        length: text.length,
        most: longestCell,
      },
      ...(columns[index] ? { field: columns[index].key } : {}),
    })
  })

// What XML cannot hold, and what would be read as such an escape: Excel writes both as _xHHHH_.
const foreign = /_(?=x[0-9a-f]{4}_)|[\ufffe\uffff]|\p{Surrogate}/giu
/** A text as the writer must be given it, so that it comes back as it was. */
export const escaped = (text: string): string =>
  text.replace(
    foreign,
    (found) => `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  )
