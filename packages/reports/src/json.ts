import { cellJson } from './cell.ts'
import { chunksOf } from './chunks.ts'
import { schemaAddress } from './json-schema.ts'
import type { Table } from './table.ts'

/**
 * `{ "$schema", "dataset", "rows": […] }` with real lists and numbers, choices by their keys and `null` where nothing
 * is stated or has come about, in chunks of about 64 kB. `base` is the public address of the server; where none is
 * known, `$schema` is left out: a relative one would lead nowhere from a file.
 */
export const jsonOf = (table: Table, base?: string): AsyncGenerator<Buffer> =>
  chunksOf(textsOf(table, base))

async function* textsOf({ columns, dataset, rows: batches }: Table, base: string | undefined) {
  const head = base === undefined ? { dataset } : { $schema: schemaAddress(dataset, base), dataset }
  yield `${JSON.stringify(head).slice(0, -1)},"rows":[`
  let isFirst = true
  for await (const rows of batches)
    for (const row of rows) {
      const entries = columns.map(({ key }, index) => [key, cellJson(row[index] ?? null)])
      yield `${isFirst ? '' : ','}\n${JSON.stringify(Object.fromEntries(entries))}`
      isFirst = false
    }
  yield '\n]}\n'
}
