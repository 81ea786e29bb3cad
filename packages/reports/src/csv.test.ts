import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvOf, csvOfTexts, type Tally } from './csv.ts'
import { datasets } from './datasets/datasets.ts'
import { unneutralised } from './neutral.ts'
import { tableOf } from './table.ts'
import { textsOf, whole } from './test-files.ts'
import { exportedFrom, testAsked } from './test-register.ts'
import { tableWith } from './test-table.ts'

const naughty: string[] = JSON.parse(
  readFileSync(new URL('fixtures/naughty-strings.json', import.meta.url), 'utf8'),
)
const names = [
  '=HYPERLINK("http://x","y")',
  '<img src=x onerror=alert(1)>',
  "O'Brien; DROP TABLE",
  'سجل المعالجة register',
  '👩‍🚀 e\u0301',
  `e${'\u0301'.repeat(200)}`,
  ' leading and trailing ',
  'two\r\nlines',
]

const withoutMark = (file: Buffer) => file.toString().replace(/^\uFEFF/, '')
const strict = (text: string): string[][] =>
  parse(text, { relax_column_count: false, relax_quotes: false, record_delimiter: '\r\n' })

/** What other people's readers make of the file; those that this machine has. */
const readers: [string, (path: string) => string[][]][] = [
  ['csv-parse', (path) => strict(readFileSync(path, 'utf8'))],
]
const has = (command: string) => spawnSync(command, ['--version']).status === 0
const printed = (command: string, args: readonly string[], input = '') => {
  const { stdout, stderr, status } = spawnSync(command, args, { input, maxBuffer: 1e8 })
  if (status !== 0) throw new Error(stderr.toString())
  return stdout.toString()
}
if (has('python3'))
  readers.push([
    'python',
    (path) => {
      const script =
        'import csv,json,sys; print(json.dumps(list(csv.reader(open(sys.argv[1], newline="", encoding="utf-8"), strict=True))))'
      return JSON.parse(printed('python3', ['-c', script, path]))
    },
  ])
if (has('sqlite3'))
  readers.push([
    'sqlite3',
    (path) => {
      const commands = `.import --csv ${path} t\n.mode json\nselect * from t;\n`
      const rows: Record<string, string>[] = JSON.parse(printed('sqlite3', [], commands))
      return [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))]
    },
  ])

function readBack(file: Buffer, read: (path: string) => string[][]): string[][] {
  const folder = mkdtempSync(join(tmpdir(), 'reports-'))
  try {
    const path = join(folder, 'file.csv')
    writeFileSync(path, file)
    return read(path)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test.each(readers)('%s reads every text back as it was', async (_, read) => {
  // A lone surrogate is no text, NUL ends one in C, and the register refuses both.
  const texts = [...names, ...naughty].filter((text) => text.isWellFormed() && !text.includes('\0'))
  const rows = texts.map((text, index) => [index + 1, text, [text, 'b']])
  const file = await whole(csvOf(tableWith(['number', 'text', 'list'], rows), { profile: 'plain' }))
  const [header, ...back] = readBack(file, read)
  expect(header).toEqual(['a', 'b', 'c'])
  expect(back.map((row) => unneutralised(row[1] ?? ''))).toEqual(texts)
})

test.each(readers)('%s reads the record of Art. 30(1)', async (_, read) => {
  const dataset = datasets.get('activities-controller')
  if (!dataset) throw new Error('There is no such dataset')
  const table = () => tableOf(dataset, exportedFrom(dataset.nouns), testAsked)
  const file = await whole(csvOf(table(), { profile: 'plain' }))
  const back = readBack(file, read).map((row) => row.map((cell) => unneutralised(cell)))
  expect(back).toEqual(await textsOf(table()))
})

test('the bytes are those of a general writer of RFC 4180', async () => {
  const cells = fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', ' ', ';', 'a', 'é') })
  const rows = fc.array(
    fc.tuple(
      cells,
      cells.filter((text) => text !== ''),
    ),
    { minLength: 1 },
  )
  await fc.assert(
    fc.asyncProperty(rows, async (some) => {
      const file = await whole(csvOf(tableWith(['day', 'day'], some), { profile: 'plain' }))
      const options = { record_delimiter: '\r\n', quote_record_delimiter: true }
      const expected = stringify([['a', 'b'], ...some], options)
      expect(file.toString()).toBe(expected)
    }),
  )
})

test('a lone empty cell is a line that readers do not skip', async () => {
  const rows = [[''], ['x'], ['']]
  const file = await whole(csvOf(tableWith(['day'], rows), { profile: 'excel' }))
  expect(withoutMark(file)).toBe('a\r\n""\r\nx\r\n""\r\n')
  expect(strict(withoutMark(file))).toEqual([['a'], ...rows])
})

test('only texts are neutralised, and each is counted', async () => {
  const tally: Tally = { rows: 0, escaped: 0 }
  const rows = [
    [-1, '-1', ['-1', '-2'], null, true],
    [2, 'fine', [], '', false],
  ]
  const kinds = ['number', 'text', 'list', 'day', 'yesNo'] as const
  const file = await whole(csvOf(tableWith(kinds, rows), { profile: 'plain', tally }))
  expect(file.toString()).toBe("a,b,c,d,e\r\n-1,'-1,'-1 | -2,not stated,yes\r\n2,fine,,,no\r\n")
  expect(tally).toEqual({ rows: 2, escaped: 2 })
})

test('it comes in chunks of about 64 kB that split no character', async () => {
  const rows = Array.from({ length: 4_000 }, () => ['👩‍🚀'.repeat(20)])
  const lengths: number[] = []
  for await (const chunk of csvOf(tableWith(['text'], rows), { profile: 'plain' })) {
    expect(chunk.toString()).not.toContain('\uFFFD')
    lengths.push(chunk.length)
  }
  expect(lengths.length).toBeGreaterThan(5)
  expect(Math.max(...lengths)).toBeLessThan(256 * 1024)
})

test('a table of texts is written the same way', () => {
  expect(csvOfTexts(['id', 'name'], [['SP-0001', '=1, "x"']]).toString()).toBe(
    'id,name\r\nSP-0001,"\'=1, ""x"""\r\n',
  )
})
