import { Refusal } from '@ropewalk/domain/refusal.ts'
import { type CellValue, readXlsx, streamXlsxRows } from 'hucre/xlsx'
import { checkParts } from './archive.ts'
import { type Sheet, sheetWith } from './sheet.ts'
import { tableLimits, tableRefusals } from './table-limits.ts'

/**
 * The sheets of an XLSX workbook that `checkArchive` let pass: numbers as they stand, days as `YYYY-MM-DD`, formulas
 * as their last value. To be run in a process of its own: what it takes depends on who made the file.
 */
export async function xlsxSheets(bytes: Uint8Array): Promise<readonly Sheet[]> {
  await checkParts(bytes)
  try {
    const sheets: Sheet[] = []
    for (const [at, name] of (await namesIn(bytes)).entries()) {
      const sheet = sheetWith(name)
      for await (const { index, values } of streamXlsxRows(bytes, { sheet: at }))
        sheet.add(index + 1, values.map(textOf))
      sheets.push(sheet.done())
    }
    if (sheets.every(({ rows }) => rows.length === 0))
      throw new Refusal('INVALID', tableRefusals.empty)
    return sheets
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('INVALID', tableRefusals.workbook)
  }
}

async function namesIn(bytes: Uint8Array): Promise<readonly string[]> {
  const names: string[] = []
  await readXlsx(bytes, {
    sheets: ({ name }) => {
      names.push(name)
      return false
    },
  })
  const { sheets: most } = tableLimits
  if (names.length > most)
    throw new Refusal('TOO_LARGE', tableRefusals.sheets, { values: { found: names.length, most } })
  return names
}

function textOf(value: CellValue): string {
  if (value === null) return ''
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00.000Z$/, '')
  return String(value)
}
