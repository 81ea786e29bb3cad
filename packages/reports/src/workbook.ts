import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { type Cell, writeXlsx } from 'hucre/xlsx'
import type { GivenWith } from './given-with.ts'
import { propertiesOf } from './workbook-properties.ts'
import { escaped, longestCell } from './xlsx.ts'

/** A sheet of texts for people. */
export type TextSheet = {
  /** At most 31 characters, none of `[ ] : * ? / \`. */
  readonly name: string
  readonly rows: readonly (readonly string[])[]
  /** In characters, by column. */
  readonly widths: readonly number[]
  /** Positions of the rows in bold; a first row among them stays in sight. */
  readonly bold: ReadonlySet<number>
}

const refusals = {
  tooLong: both(
    'Sheet {sheet}, row {row}: {length} characters, and a cell of a workbook holds at most {most}. Take the PDF, DOCX or CSV file.',
    'Feuille {sheet}, ligne {row} : {length} caractères, or une cellule de classeur en contient au plus {most}. Prenez le fichier PDF, DOCX ou CSV.',
  ),
}

/**
 * Several sheets, every cell a text, so that nothing is read as a formula or changed into a date. `generatedAt` (ISO 8601
 * UTC) is the date of the workbook; what it was given with stands in its document properties. Refuses a text longer than a cell holds.
 */
export const workbookOf = (
  sheets: readonly TextSheet[],
  generatedAt: string,
  given?: GivenWith,
): Promise<Uint8Array> =>
  writeXlsx({
    stringMode: 'inline',
    properties: {
      created: new Date(generatedAt),
      modified: new Date(generatedAt),
      ...(given ? propertiesOf(given) : {}),
    },
    sheets: sheets.map(({ name, rows, widths, bold }) => ({
      name,
      columns: widths.map((width) => ({ width })),
      rows: rows.map((row, index) => row.map((text) => cellOf(text, { name, row: index + 1 }))),
      cells: stylesOf(rows, bold),
      ...(bold.has(0) ? { freezePane: { rows: 1 } } : {}),
    })),
  })

function cellOf(text: string, { name, row }: { name: string; row: number }) {
  if (text.length <= longestCell) return text === '' ? null : escaped(text)
  throw new Refusal('TOO_LARGE', refusals.tooLong, {
    values: { sheet: name, row, length: text.length, most: longestCell },
  })
}

function stylesOf(rows: TextSheet['rows'], bold: TextSheet['bold']) {
  const cells = new Map<string, Partial<Cell>>()
  for (const [row, texts] of rows.entries())
    for (const [column, text] of texts.entries())
      if (text !== '')
        cells.set(`${row},${column}`, {
          style: {
            alignment: { wrapText: true, vertical: 'top' },
            ...(bold.has(row) ? { font: { bold: true } } : {}),
          },
        })
  return cells
}
