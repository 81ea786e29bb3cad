import { Refusal } from '@ropewalk/domain/refusal.ts'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { tableLimits, tableRefusals } from './table-limits.ts'

/**
 * Looks at the central directory of a workbook before anything unpacks it. Refuses too many parts, too much once
 * unpacked, a ratio that no workbook has, names that lead out of it, and encryption.
 */
export async function checkArchive(bytes: Uint8Array): Promise<void> {
  await withArchive(bytes, async (archive) => {
    const { parts: most } = tableLimits
    if (archive.entryCount > most)
      throw new Refusal('TOO_LARGE', tableRefusals.parts, {
        values: { found: archive.entryCount, most },
      })
    let unpacked = 0
    for await (const part of archive.eachEntry()) {
      unpacked += part.uncompressedSize
      checkPart(part)
      if (unpacked > tableLimits.unpacked)
        throw new Refusal('TOO_LARGE', tableRefusals.unpacked, {
          values: { most: tableLimits.unpacked / 1024 / 1024 },
        })
    }
  })
}

function checkPart({ compressedSize, uncompressedSize, generalPurposeBitFlag }: Entry): void {
  const { ratio } = tableLimits
  if ((generalPurposeBitFlag & 1) !== 0) throw new Refusal('INVALID', tableRefusals.encrypted)
  if (uncompressedSize > compressedSize * ratio)
    throw new Refusal('TOO_LARGE', tableRefusals.ratio, { values: { most: ratio } })
}

/** Unpacks each part of a workbook once. Refuses a part larger than it says, and a DOCTYPE in any. */
export async function checkParts(bytes: Uint8Array): Promise<void> {
  await withArchive(bytes, async (archive) => {
    for await (const part of archive.eachEntry()) {
      const stream = await archive.openReadStreamPromise(part)
      const text = Buffer.concat(await stream.toArray()).toString('latin1')
      // Without its NULs, UTF-16 reads like ASCII.
      if (/<!DOCTYPE/i.test(text.replaceAll('\0', '')))
        throw new Refusal('INVALID', tableRefusals.doctype)
    }
  })
}

async function withArchive(bytes: Uint8Array, run: (archive: ZipFile) => Promise<void>) {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    await run(await fromBufferPromise(buffer, { lazyEntries: true, strictFileNames: true }))
  } catch (error) {
    if (error instanceof Refusal) throw error
    const isPath =
      error instanceof Error && /relative path|absolute path|characters/.test(error.message)
    throw new Refusal('INVALID', isPath ? tableRefusals.path : tableRefusals.workbook)
  }
}
