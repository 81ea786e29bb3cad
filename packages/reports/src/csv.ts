import type { Language } from '@ropewalk/domain/words.ts'
import { type Cell, cellText } from './cell.ts'
import { isFormula } from './neutral.ts'
import type { Table } from './table.ts'

/** `excel` begins with a byte order mark, without which Excel misreads UTF-8; `plain` does not. */
export type CsvProfile = 'excel' | 'plain'

/** Counts while a file is written: rows without the header, cells that got an apostrophe. */
export type Tally = { rows: number; escaped: number }

type CsvOptions = { profile: CsvProfile; tally?: Tally | undefined }

const chunkLength = 64 * 1024
const mark = '\uFEFF'

/** RFC 4180 in UTF-8 with CRLF and one header row, in chunks of about 64 kB; memory does not grow with rows. */
export async function* csvOf(table: Table, options: CsvOptions): AsyncGenerator<Buffer> {
  const { columns, language } = table
  const tally = options.tally ?? { rows: 0, escaped: 0 }
  const written = columns.map(({ kind }) => kind === 'text' || kind === 'list')
  let chunk = options.profile === 'excel' ? mark : ''
  chunk += lineOf(columns.map(({ key }) => key))
  for await (const rows of table.rows)
    for (const row of rows) {
      chunk += rowLine(row, { written, language, tally })
      if (chunk.length < chunkLength) continue
      yield Buffer.from(chunk)
      chunk = ''
    }
  yield Buffer.from(chunk)
}

/** A small table of texts as the same kind of file, such as the public list. */
export const csvOfTexts = (header: readonly string[], rows: Iterable<readonly string[]>): Buffer =>
  Buffer.from(
    lineOf(header) +
      Array.from(rows, (row) =>
        lineOf(row.map((text) => (isFormula(text) ? `'${text}` : text))),
      ).join(''),
  )

type Writing = { written: readonly boolean[]; language: Language; tally: Tally }

function rowLine(row: readonly Cell[], { written, language, tally }: Writing): string {
  const texts = new Array<string>(row.length)
  for (let index = 0; index < row.length; index += 1) {
    const text = cellText(row[index] ?? null, language)
    const isRisky = written[index] === true && isFormula(text)
    if (isRisky) tally.escaped += 1
    texts[index] = isRisky ? `'${text}` : text
  }
  tally.rows += 1
  return lineOf(texts)
}

const special = /[",\r\n]/
/** Readers skip a line with nothing on it: a lone empty cell is quoted. */
function lineOf(texts: readonly string[]): string {
  if (texts.length === 1 && texts[0] === '') return '""\r\n'
  let line = ''
  for (let index = 0; index < texts.length; index += 1) {
    const text = texts[index] ?? ''
    if (index > 0) line += ','
    line += special.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return `${line}\r\n`
}
