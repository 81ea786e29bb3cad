import { createHash } from 'node:crypto'
import { toBase64 } from '@ropewalk/log/bytes.ts'
import { checkpointOf } from '@ropewalk/log/checkpoint.ts'
import type { Table } from '@ropewalk/reports/table.ts'
import { newExportId, recordExport } from '@ropewalk/services/exports.ts'
import { type Heads, headLine } from '@ropewalk/services/log/heads.ts'
import type { Context } from '@ropewalk/services/verb.ts'

/** An export about to be made: the head of the log that it is given with, and how it is told when it is done. */
export type LoggedExport = {
  exportId: string
  /** The signed note, and the signature in it. */
  head: string
  signature: string
  /** For the header `Ropewalk-Log-Head`. */
  headLine: string
  /** How many entries and which root, for people. */
  shortHead: string
  /** The table with its rows counted. */
  counted(table: Table): Table
  /** The file's bytes as they pass; told in the log before the last of them is handed on. */
  told(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array>
}

export type AboutExport = { dataset: string; format: string; parameters: string }

export async function loggedExport(
  context: Context,
  heads: Heads,
  about: AboutExport,
): Promise<LoggedExport> {
  const exportId = newExportId()
  const head = await heads.make()
  const { size, root } = checkpointOf(head)
  let rows: number | null = null

  async function* counting(batches: Table['rows']): Table['rows'] {
    rows = 0
    for await (const batch of batches) {
      rows += batch.length
      yield batch
    }
  }

  async function* told(chunks: AsyncIterable<Uint8Array>) {
    const hash = createHash('sha256')
    let bytes = 0
    let complete = false
    try {
      for await (const chunk of chunks) {
        hash.update(chunk)
        bytes += chunk.length
        yield chunk
      }
      complete = true
    } finally {
      const sha256 = hash.digest('hex')
      const made = { exportId, ...about, rows, bytes, sha256, head: String(size), complete }
      await recordExport.run(context, made)
    }
  }
  return {
    exportId,
    head,
    signature: head.trimEnd().split(' ').at(-1) ?? '',
    headLine: headLine(head),
    shortHead: `${size} ${toBase64(root)}`,
    counted: (table) => ({ ...table, rows: counting(table.rows) }),
    told,
  }
}
