import { cellJson } from './cell.ts'
import { chunksOf } from './chunks.ts'
import type { GivenWith } from './given-with.ts'
import { schemaAddress } from './json-schema.ts'
import type { Table } from './table.ts'

/**
 * `{ "$schema", "dataset", "exportId", "head", "signature", "rows": […] }` with real lists and numbers, choices by their keys and `null` where nothing
 * is stated or has come about, in chunks of about 64 kB. `base` is the public address of the server; where none is
 * known, `$schema` is left out: a relative one would lead nowhere from a file. What it was given with is left out where
 * that stands beside the file, as in an evidence pack.
 */
export const jsonOf = (table: Table, base?: string, given?: GivenWith): AsyncGenerator<Buffer> =>
  chunksOf(textsOf(table, { base, given }))

type Around = { base: string | undefined; given: GivenWith | undefined }

async function* textsOf({ columns, dataset, rows: batches }: Table, { base, given }: Around) {
  const envelope = {
    ...(base === undefined ? {} : { $schema: schemaAddress(dataset, base) }),
    dataset,
    ...(given ? { exportId: given.exportId, head: given.head, signature: given.signature } : {}),
  }
  yield `${JSON.stringify(envelope).slice(0, -1)},"rows":[`
  let isFirst = true
  for await (const rows of batches)
    for (const row of rows) {
      const entries = columns.map(({ key }, index) => [key, cellJson(row[index] ?? null)])
      yield `${isFirst ? '' : ','}\n${JSON.stringify(Object.fromEntries(entries))}`
      isFirst = false
    }
  yield '\n]}\n'
}
