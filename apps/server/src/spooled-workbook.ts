import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { GivenWith } from '@ropewalk/reports/given-with.ts'
import { tailLength } from '@ropewalk/reports/with-parts.ts'
import { withProperties } from '@ropewalk/reports/with-properties.ts'

/**
 * A workbook with what it was given with, drawn to disk before its first byte is sent: a text that no cell holds is then
 * still refused with a sentence, and memory does not grow with its rows. Nothing stays behind.
 */
export async function* spooledWorkbook(
  chunks: AsyncIterable<Uint8Array>,
  given: GivenWith,
): AsyncGenerator<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'ropewalk-xlsx-'))
  const file = join(folder, 'workbook.xlsx')
  try {
    await writeFile(file, chunks, { mode: 0o600 })
    const { cut, bytes } = withProperties(await tailOf(file), given)
    if (cut > 0) yield* createReadStream(file, { end: cut - 1 })
    yield bytes
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function tailOf(file: string) {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    const at = Math.max(0, size - tailLength)
    const bytes = Buffer.alloc(size - at)
    await handle.read(bytes, 0, bytes.length, at)
    return { bytes, at }
  } finally {
    await handle.close()
  }
}
