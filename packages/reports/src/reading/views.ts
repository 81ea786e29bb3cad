import type { Listed } from '@ropewalk/domain/reconciliation/entries.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import type { Sheet } from './sheet.ts'

const firstRows = 8
const longestShown = 200

/** What a person chooses a column by: the first rows of each sheet, texts cut to 200 characters. */
export type Preview = {
  sheets: readonly {
    name: string
    rows: number
    columns: number
    first: readonly (readonly string[])[]
  }[]
}

export const previewOf = (sheets: readonly Sheet[]): Preview => ({
  sheets: sheets.map(({ name, rows }) => ({
    name,
    rows: rows.length,
    columns: Math.max(0, ...rows.map(({ cells }) => cells.length)),
    first: rows
      .slice(0, firstRows)
      .map(({ cells }) => cells.map((text) => text.slice(0, longestShown))),
  })),
})

export type AskedColumn = { sheet: number; column: number }

const refusals = {
  sheet: both('There is no such sheet in the file.', 'Cette feuille n’existe pas dans le fichier.'),
  column: both(
    'There is no such column in the file.',
    'Cette colonne n’existe pas dans le fichier.',
  ),
}

/** One column of a sheet (both from 0), with the number of each line in the file. */
export function columnIn(sheets: readonly Sheet[], { sheet, column }: AskedColumn): Listed[] {
  const rows = sheets[sheet]?.rows
  if (!rows) throw new Refusal('INVALID', refusals.sheet, { field: 'sheet' })
  if (!rows.some(({ cells }) => column < cells.length))
    throw new Refusal('INVALID', refusals.column, { field: 'column' })
  return rows.map(({ line, cells }) => ({ line, text: cells[column] ?? '' }))
}
