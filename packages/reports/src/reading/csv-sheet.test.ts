import { Refusal } from '@ropewalk/domain/refusal.ts'
import { expect, test } from 'vitest'
import { csvSheet, pastedSheet } from './csv-sheet.ts'
import { fileKind } from './file-kind.ts'
import { sheetWith } from './sheet.ts'
import { tableLimits } from './table-limits.ts'
import { columnIn, previewOf } from './views.ts'

const rowsOf = (text: string | Buffer) =>
  csvSheet(Buffer.from(text)).rows.map(({ line, cells }) => [line, ...cells])

test.each([',', ';', '\t'])('columns are separated by %j, lines end as they like', (sign) => {
  const text = `\uFEFFName${sign}City\r\n\r\n"a${sign}b"${sign}"x\ny"\n"say ""so"""${sign}Paris\rlast${sign}`
  expect(rowsOf(text)).toEqual([
    [1, 'Name', 'City'],
    [3, `a${sign}b`, 'x\ny'],
    [5, 'say "so"', 'Paris'],
    [6, 'last'],
  ])
})

test('a file of one column needs no separator', () => {
  expect(rowsOf('Slack\nZoom\n')).toEqual([
    [1, 'Slack'],
    [2, 'Zoom'],
  ])
})

test.each([
  ['Name,City\nSlack\n', 'Line 2 has 1 column, and the first has 2.'],
  ['a,b\n\nSlack, Inc.,c\n', 'Line 3 has 3 columns, and the first has 2.'],
  ['a\n"b\n', 'a double quote is not closed'],
  ['a\nb"c\n', 'Line 2: a double quote'],
  ['\n \n', 'The file holds no rows.'],
])('%j is refused', (text, sentence) => {
  expect(() => rowsOf(text)).toThrow(sentence)
})

test.each([
  ['Windows-1252', Buffer.from('Soci\xe9t\xe9', 'latin1')],
  ['UTF-16', Buffer.from('\uFEFFname', 'utf16le')],
])('%s is refused with what to do', (_, bytes) => {
  expect(() => csvSheet(bytes)).toThrow('The text is not UTF-8. In Excel, save it as “CSV UTF-8”')
})

test('a pasted list is one name a line, cells of a spreadsheet are columns', () => {
  const cells = (text: string) => pastedSheet(Buffer.from(text)).rows.map((row) => row.cells)
  expect(cells('Slack\nOkta, Inc.\r\n\n"Zoom')).toEqual([['Slack'], ['Okta, Inc.'], ['"Zoom']])
  expect(cells('Slack\tUS\nOkta\tUS')).toEqual([
    ['Slack', 'US'],
    ['Okta', 'US'],
  ])
  expect(() => pastedSheet(Buffer.from('  \n'))).toThrow(Refusal)
})

test('rows, columns and characters end where they are said to', () => {
  const filled = (rows: number, cells: readonly string[]) => {
    const sheet = sheetWith('People')
    for (let line = 1; line <= rows; line += 1) sheet.add(line, cells)
    return sheet.done().rows.length
  }
  const columns = (count: number) => Array.from({ length: count }, () => 'x')
  expect(filled(tableLimits.rows, ['x'])).toBe(50_000)
  expect(() => filled(50_001, ['x'])).toThrow(
    'There are more than 50000 rows in the sheet “People”.',
  )
  expect(filled(1, [...columns(100), ' '])).toBe(1)
  expect(() => filled(1, columns(101))).toThrow('Row 1 in the sheet “People” has more than 100')
  expect(filled(1, ['x'.repeat(32_767)])).toBe(1)
  expect(() => filled(1, ['', 'x'.repeat(32_768)])).toThrow('Row 1, column 2 in the sheet “People”')
})

test('a file of 5 MB is read, a byte more is not', () => {
  expect(fileKind(Buffer.alloc(tableLimits.file, 'x'))).toBe('text')
  expect(() => fileKind(Buffer.alloc(tableLimits.file + 1, 'x'))).toThrow('larger than 5 MB')
  expect(() => fileKind(Buffer.alloc(0))).toThrow('no rows')
  expect(fileKind(Buffer.from('PK\x03\x04'))).toBe('workbook')
  expect(() => fileKind(Buffer.from('d0cf11e0a1b1', 'hex'))).toThrow('old (.xls)')
})

test('a person chooses by the first rows, and gets a column with its lines', () => {
  const sheets = [csvSheet(Buffer.from(`n,c\n${'a'.repeat(300)},\n\n,b\n`))]
  expect(previewOf(sheets)).toEqual({
    sheets: [{ name: '', rows: 3, columns: 2, first: [['n', 'c'], ['a'.repeat(200)], ['', 'b']] }],
  })
  expect(columnIn(sheets, { sheet: 0, column: 1 })).toEqual([
    { line: 1, text: 'c' },
    { line: 2, text: '' },
    { line: 4, text: 'b' },
  ])
  expect(() => columnIn(sheets, { sheet: 0, column: 2 })).toThrow('no such column')
  expect(() => columnIn(sheets, { sheet: 1, column: 0 })).toThrow('no such sheet')
})
