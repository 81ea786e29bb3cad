import { Refusal } from '@ropewalk/domain/refusal.ts'
import { csvSheet, pastedSheet } from '@ropewalk/reports/reading/csv-sheet.ts'
import { fileKind } from '@ropewalk/reports/reading/file-kind.ts'
import { columnIn, previewOf } from '@ropewalk/reports/reading/views.ts'
import { xlsxSheets } from '@ropewalk/reports/reading/xlsx-sheets.ts'
import type { AskedTables, Told } from './read-tables.ts'

// A program of its own: the file comes in, what was asked of it goes out as JSON.
const asked: AskedTables = JSON.parse(process.argv[2] ?? '')
const bytes = Buffer.concat(await process.stdin.toArray())
const told = await answer().catch((error: unknown): Told => {
  if (!(error instanceof Refusal)) throw error
  const { code, text, values, field } = error
  return { refused: { code, text, values, field } }
})
process.stdout.write(JSON.stringify(told))

async function answer(): Promise<Told> {
  const sheets = await sheetsOf()
  return { found: asked.column ? columnIn(sheets, asked.column) : previewOf(sheets) }
}

async function sheetsOf() {
  if (fileKind(bytes) === 'workbook') return xlsxSheets(bytes)
  return [asked.pasted ? pastedSheet(bytes) : csvSheet(bytes)]
}
