import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import Client from 'better-sqlite3'
import { changed } from './floor/change.ts'
import { csvRows } from './floor/csv.ts'
import { listed, recordOf, searched } from './floor/reads.ts'

// What the machine can do without the product: the same rows by raw statements through a bare server. It knows no
// people, no permissions, no catalogue, and checks nothing.
// node bench/floor.ts <data folder> <data folder to write in> <compressed public page>
const [data = '', copy = '', page = ''] = process.argv.slice(2)
const reader = new Client(join(data, 'ropewalk.db'))
reader.pragma('query_only = ON')
reader.pragma('cache_size = -16384')
const writer = new Client(join(copy, 'ropewalk.db'))
writer.pragma('journal_mode = WAL')
writer.pragma('synchronous = FULL')

const list = listed(reader)
const search = searched(reader)
const record = recordOf(reader)
const change = changed(writer)
const csv = csvRows(reader)
const publicPage = readFileSync(page)

const server = createServer((request, response) => {
  const address = new URL(request.url ?? '', 'http://floor')
  const given = (name: string) => address.searchParams.get(name) ?? ''
  switch (address.pathname) {
    case '/list':
      return json(response, list(given('role'), given('function')))
    case '/search':
      return json(response, search(given('query')))
    case '/record':
      return json(response, record(given('id')))
    case '/change':
      return void bodyOf(request).then((body) => json(response, change(JSON.parse(body))))
    case '/csv':
      return void csv(response, {
        which: given('which') === 'processor' ? 'processor' : 'controller',
        findings: given('findings') === 'yes',
      })
    case '/rows':
      return html(response, list(given('role'), given('function')))
    case '/subprocessors':
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-encoding': 'br',
        'content-length': publicPage.length,
      })
      return response.end(publicPage)
    default:
      response.writeHead(404)
      return response.end()
  }
})
// The product may be busy for longer than a server usually waits for the next request.
server.keepAliveTimeout = 600_000
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  process.stdout.write(`The floor listens on http://127.0.0.1:${port}\n`)
})
process.on('SIGTERM', () => process.exit(0))

function json(response: ServerResponse, answer: unknown) {
  const body = Buffer.from(JSON.stringify(answer))
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length })
  response.end(body)
}

/** The bare page that a browser's first list is measured against. */
function html(response: ServerResponse, { rows }: ReturnType<typeof list>) {
  const lines = rows.map(
    (row) => `<tr><td>${row.id}<td>${row.name}<td>${row.role}<td>${row.business_function}`,
  )
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
  response.end(`<!doctype html><title>Rows</title><table>${lines.join('')}</table>`)
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
