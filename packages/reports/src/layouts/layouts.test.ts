import { Refusal } from '@ropewalk/domain/refusal.ts'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { cellsOf } from '../test-reading.ts'
import { testSource } from '../test-source.ts'
import { type TextSheet, workbookOf } from '../workbook.ts'
import { longestCell } from '../xlsx.ts'
import { cnilSheets } from './cnil.ts'
import { icoSheets } from './ico.ts'

const at = '2026-04-01T08:09:10.123Z'
const layouts = [
  { name: 'ico-controller', sheets: icoSheets, language: 'en' },
  { name: 'cnil', sheets: cnilSheets, language: 'en' },
  { name: 'cnil', sheets: cnilSheets, language: 'fr' },
] as const

test.each(layouts)('$name reads as agreed in $language', async ({ name, sheets, language }) => {
  const file = await workbookOf(sheets(await testSource(language)), at)
  await expect(await cellsOf(file)).toMatchFileSnapshot(`../golden/${name}.${language}.xlsx.txt`)
})

test('row 1 of the ICO’s layout holds its 30 headings, and no cell below them is empty', async () => {
  const [sheet] = icoSheets(await testSource())
  const [headings = [], ...rows] = sheet?.rows ?? []
  expect(headings).toHaveLength(30)
  expect(headings[0]).toBe('Business function')
  expect(headings[8]).toBe(
    'Safeguards for exceptional transfers of personal data to third countries or international organisations (if applicable)',
  )
  expect(headings[29]).toBe('Reasons for not adhering to policy document (if applicable)')
  expect(rows.length).toBeGreaterThan(3)
  for (const row of rows) {
    expect(row).toHaveLength(30)
    expect(row).not.toContain('')
  }
})

const sheetWith = (text: string): TextSheet => ({
  name: 'One',
  rows: [['head'], [text]],
  widths: [20],
  bold: new Set([0]),
})

test('texts come back as they were, none as a formula', async () => {
  for (const text of ['=1+1', '_x000D_', '+33', 'two\nlines', '2026-03-31', '007']) {
    const { sheets } = await readXlsx(await workbookOf([sheetWith(text)], at))
    expect(sheets[0]?.rows[1]?.[0]).toBe(text)
  }
})

test('a text that no cell holds is refused by sheet and row', async () => {
  const fits = 'x'.repeat(longestCell)
  await expect(workbookOf([sheetWith(fits)], at)).resolves.toBeDefined()
  await expect(async () => workbookOf([sheetWith(`${fits}x`)], at)).rejects.toThrow(
    new Refusal('TOO_LARGE', {
      en: 'Sheet One, row 2: 32768 characters, and a cell of a workbook holds at most 32767. Take the PDF, DOCX or CSV file.',
      fr: '',
    }).message,
  )
})

test('the same register makes the same workbook', async () => {
  const sheets = cnilSheets(await testSource())
  const [one, other] = [await workbookOf(sheets, at), await workbookOf(sheets, at)]
  expect(Buffer.compare(one, other)).toBe(0)
})
