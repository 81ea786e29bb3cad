import { lineFeed } from './lines.ts'

/**
 * The rows of a file of RFC 4180 with CRLF, some at a time, the header among them. Throws on what is not quite that
 * form: a quote left open, a quote within a bare cell, a line that ends otherwise.
 */
export async function* csvRows(texts: AsyncIterable<string>): AsyncGenerator<string[][]> {
  let rest = ''
  for await (const text of texts) {
    rest += text
    const end = endOfRows(rest)
    if (end === 0) continue
    yield rowsIn(rest.slice(0, end))
    rest = rest.slice(end)
  }
  if (rest !== '') throw new Error('The file does not end in a whole row.')
}

/** Where the last row that is whole ends. */
function endOfRows(text: string): number {
  let end = 0
  let isOpen = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === quote) isOpen = !isOpen
    else if (code === lineFeed && !isOpen) end = at + 1
  }
  return end
}

const quote = 34
const cell = /"((?:[^"]|"")*)"|([^",\r\n]*)/y

function rowsIn(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (let at = 0; at < text.length; ) {
    cell.lastIndex = at
    const [whole = '', quoted, bare = ''] = cell.exec(text) ?? []
    row.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'))
    at += whole.length
    if (text[at] === ',') at += 1
    else if (text.startsWith('\r\n', at)) {
      rows.push(row)
      row = []
      at += 2
    } else throw new Error('A row of the file is not as RFC 4180 has it.')
  }
  return rows
}
