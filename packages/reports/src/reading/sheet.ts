import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both, say } from '@ropewalk/domain/words.ts'
import { inSheet, tableLimits, tableRefusals } from './table-limits.ts'

/** A row that is not empty, by its number in the file, from 1. */
export type SheetRow = { line: number; cells: readonly string[] }
/** The rows of one sheet as texts; a CSV file is one sheet without a name. */
export type Sheet = { name: string; rows: readonly SheetRow[] }

/** Gathers the rows of a sheet that are not empty. Refuses more or larger ones than are read. */
export function sheetWith(name: string) {
  const rows: SheetRow[] = []
  const where = name === '' ? both('', '') : both(at(name, 'en'), at(name, 'fr'))
  return {
    add(line: number, texts: readonly string[]): void {
      const cells = texts.slice(0, texts.findLastIndex((text) => text.trim() !== '') + 1)
      if (cells.length === 0) return
      if (rows.length >= tableLimits.rows) throw tooLarge('rows', { most: tableLimits.rows, where })
      if (cells.length > tableLimits.columns)
        throw tooLarge('columns', { row: line, most: tableLimits.columns, where })
      const long = cells.findIndex((text) => text.length > tableLimits.cell)
      if (long >= 0)
        throw tooLarge('cell', { row: line, column: long + 1, most: tableLimits.cell, where })
      rows.push({ line, cells })
    },
    done: (): Sheet => ({ name, rows }),
  }
}

const at = (sheet: string, language: 'en' | 'fr') => say(inSheet, language, { sheet })
const tooLarge = (what: 'rows' | 'columns' | 'cell', values: Refusal['values']) =>
  new Refusal('TOO_LARGE', tableRefusals[what], { values })
