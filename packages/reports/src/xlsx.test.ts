import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import type { Cell } from './cell.ts'
import { datasets } from './datasets/datasets.ts'
import { tableOf } from './table.ts'
import { textsOf, whole } from './test-files.ts'
import { exportedFrom, testAsked } from './test-register.ts'
import { tableWith } from './test-table.ts'
import { longestCell, xlsxOf } from './xlsx.ts'

const naughty: string[] = JSON.parse(
  readFileSync(new URL('fixtures/naughty-strings.json', import.meta.url), 'utf8'),
)

async function sheetOf(rows: Iterable<readonly Cell[]>) {
  const kinds = ['number', 'text', 'list', 'day', 'yesNo'] as const
  const file = await whole(xlsxOf(tableWith(kinds, rows)))
  return { file, sheet: (await readXlsx(file, { readStyles: true })).sheets[0] }
}

test.each([...datasets.values()])('$key comes back from its workbook', async (dataset) => {
  const table = () => tableOf(dataset, exportedFrom(dataset.nouns), testAsked)
  const { sheets } = await readXlsx(await whole(xlsxOf(table())))
  const texts = await textsOf(table())
  const width = table().columns.length
  const back = sheets[0]?.rows.map((row) =>
    Array.from({ length: width }, (_, index) => String(row[index] ?? '')),
  )
  expect(sheets.map(({ name }) => name)).toEqual([dataset.key])
  expect(back).toEqual(texts)
})

test('numbers are numbers, everything else is text, what has not come about is empty', async () => {
  const { file, sheet } = await sheetOf([[7, '=1+1', ['-a', 'b'], '2026-03-31', true]])
  expect(sheet?.rows[1]).toEqual([7, '=1+1', '-a | b', '2026-03-31', 'yes'])
  const xml = partOf(file, 'xl/worksheets/sheet1.xml')
  expect(xml).not.toContain('<f')
  expect(xml).toContain('<c r="A2"><v>7</v></c>')
  expect(xml).toContain('t="inlineStr"')
  const { sheet: empty } = await sheetOf([[1, '', null, '', false]])
  expect(empty?.rows[1]).toEqual([1, null, 'not stated', null, 'no'])
})

test('the header alone is bold, and stays in sight', async () => {
  const { file } = await sheetOf([[1, 'a', ['b'], '', true]])
  const xml = partOf(file, 'xl/worksheets/sheet1.xml')
  const styled = [...xml.matchAll(/<c r="([A-Z]+\d+)"[^>]* s="\d+"/g)].map((match) => match[1])
  expect(styled).toEqual(['A1', 'B1', 'C1', 'D1', 'E1'])
  expect(partOf(file, 'xl/styles.xml')).toContain('<b/>')
  expect(xml).toContain('ySplit="1"')
  expect(xml).toContain('customWidth')
})

test('every text comes back as it was, escapes of Excel included', async () => {
  const texts = [
    '_x000D_',
    'a_x0041_b',
    '_x005F_x000D_',
    '_X0041_',
    'bell\u0007',
    '\uFFFE\uFFFF',
    ' spaces ',
    'two\nlines',
    ...naughty.filter((text) => text !== ''),
  ]
  const { sheet } = await sheetOf(texts.map((text, index) => [index + 1, text, [], '', true]))
  expect(sheet?.rows.slice(1).map((row) => row[1])).toEqual(texts)
})

test('a text that no cell holds is refused by row and column, never cut', async () => {
  const fits = 'x'.repeat(longestCell)
  const { sheet } = await sheetOf([[1, fits, [], '', true]])
  expect(sheet?.rows[1]?.[1]).toBe(fits)
  const long = sheetOf([
    [1, 'a', [], '', true],
    [2, `${fits}x`, [], '', true],
  ])
  await expect(long).rejects.toThrow(Refusal)
  await expect(long).rejects.toThrow('Row 2, column b: 32768 characters')
})

/** One part of the archive, by its central directory. */
function partOf(archive: Buffer, name: string): string {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  let at = archive.readUInt32LE(end + 16)
  while (archive.readUInt32LE(at) === 0x02014b50) {
    const nameLength = archive.readUInt16LE(at + 28)
    const others = archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
    if (archive.toString('utf8', at + 46, at + 46 + nameLength) === name) {
      const local = archive.readUInt32LE(at + 42)
      const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
      return inflateRawSync(
        archive.subarray(start, start + archive.readUInt32LE(at + 20)),
      ).toString()
    }
    at += 46 + nameLength + others
  }
  throw new Error(`There is no ${name}`)
}
