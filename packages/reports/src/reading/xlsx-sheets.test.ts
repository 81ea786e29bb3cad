import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { tableLimits } from './table-limits.ts'
import { xlsxSheets } from './xlsx-sheets.ts'

const workbook = (sheets: Parameters<typeof writeXlsx>[0]['sheets']) => writeXlsx({ sheets })

test('texts, numbers, days and yes or no come as texts with their row', async () => {
  const day = new Date('2026-03-31T00:00:00Z')
  const file = await workbook([
    { name: 'Payable', rows: [['Name', 'Sum'], [], ['Société', 12.5, day, true]] },
    { name: 'Empty', rows: [] },
  ])
  expect(await xlsxSheets(file)).toEqual([
    {
      name: 'Payable',
      rows: [
        { line: 1, cells: ['Name', 'Sum'] },
        { line: 3, cells: ['Société', '12.5', '2026-03-31', 'true'] },
      ],
    },
    { name: 'Empty', rows: [] },
  ])
})

test('50 sheets are read, 51 are not', async () => {
  const sheets = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ name: `S${at}`, rows: [['x']] }))
  expect(await xlsxSheets(await workbook(sheets(tableLimits.sheets)))).toHaveLength(50)
  await expect(xlsxSheets(await workbook(sheets(51)))).rejects.toThrow(
    'The workbook has 51 sheets, and at most 50 are read.',
  )
})

test('rows and columns past the limits are refused by sheet', async () => {
  const rows = (count: number) => Array.from({ length: count }, () => ['x'])
  const [sheet] = await xlsxSheets(await workbook([{ name: 'A', rows: rows(50_000) }]))
  expect(sheet?.rows).toHaveLength(50_000)
  await expect(xlsxSheets(await workbook([{ name: 'A', rows: rows(50_001) }]))).rejects.toThrow(
    'more than 50000 rows in the sheet “A”',
  )
  const wide = (columns: number) => [Array.from({ length: columns }, () => 'x')]
  expect(await xlsxSheets(await workbook([{ name: 'A', rows: wide(100) }]))).toHaveLength(1)
  await expect(xlsxSheets(await workbook([{ name: 'A', rows: wide(101) }]))).rejects.toThrow(
    'Row 1 in the sheet “A” has more than 100 columns.',
  )
})

test('a workbook without rows, and one that is none, are refused', async () => {
  await expect(xlsxSheets(await workbook([{ name: 'A', rows: [] }]))).rejects.toThrow('no rows')
  await expect(xlsxSheets(Buffer.from('PK\x03\x04 and so on'))).rejects.toThrow('cannot be read')
})
