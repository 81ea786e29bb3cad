import { cellJson } from './cell.ts'
import { schemaAddress } from './json-schema.ts'
import type { Table } from './table.ts'

const chunkLength = 64 * 1024

/**
 * `{ "$schema", "dataset", "rows": […] }` with real lists and numbers, choices by their keys and `null` where nothing
 * is stated or has come about, in chunks of about 64 kB. `base` is the public address of the server; where none is
 * known, `$schema` is left out: a relative one would lead nowhere from a file.
 */
export async function* jsonOf(table: Table, base?: string): AsyncGenerator<Buffer> {
  const { columns, dataset } = table
  const head = base === undefined ? { dataset } : { $schema: schemaAddress(dataset, base), dataset }
  let chunk = `${JSON.stringify(head).slice(0, -1)},"rows":[`
  let isFirst = true
  for await (const rows of table.rows)
    for (const row of rows) {
      const entries = columns.map(({ key }, index) => [key, cellJson(row[index] ?? null)])
      chunk += `${isFirst ? '' : ','}\n${JSON.stringify(Object.fromEntries(entries))}`
      isFirst = false
      if (chunk.length < chunkLength) continue
      yield Buffer.from(chunk)
      chunk = ''
    }
  yield Buffer.from(`${chunk}\n]}\n`)
}
