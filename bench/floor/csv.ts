import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import type { Database } from 'better-sqlite3'
import { cellsOf, columns, type Row, statement, type Which } from './csv-cells.ts'

/** The register's activities as CSV with the product's joins and cells, row by row as the database gives them. */
export function csvRows(database: Database) {
  type Asked = { which: Which; findings: boolean }
  return async (response: ServerResponse, { which, findings }: Asked) => {
    response.writeHead(200, { 'content-type': 'text/csv; charset=utf-8' })
    const wanted = columns(which, findings)
    const rows = database.prepare<[], Row>(statement(which, findings))
    let chunk = `${wanted.join(',')}\r\n`
    let number = 0
    for (const row of rows.iterate()) {
      number += 1
      const cells = cellsOf(row, number)
      chunk += `${wanted.map((name) => quoted(cells[name] ?? '')).join(',')}\r\n`
      if (chunk.length < 65_536) continue
      if (!response.write(chunk)) await once(response, 'drain')
      chunk = ''
    }
    response.end(chunk)
  }
}

const special = /[",\r\n]/
const quoted = (text: string) => (special.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
