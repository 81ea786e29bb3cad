import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { place, sync } from '../durable.ts'

/** A part of an archive: its bytes are asked for when those before it are written. */
export type ArchivePart = { name: string; bytes: () => AsyncIterable<Uint8Array> }
export type Written = { bytes: number; sha256: string }

/** A ZIP file readable by its user alone that appears whole, durable and under no name that was taken. */
export async function writeArchive(
  file: string,
  draft: string,
  { parts, at }: { parts: readonly ArchivePart[]; at: Date },
): Promise<Written> {
  const zip = new ZipFile()
  const out = new PassThrough()
  zip.on('error', (error: Error) => out.destroy(error))
  for (const { name, bytes } of parts)
    zip.addReadStreamLazy(
      name,
      { mtime: at, mode: 0o100600, compressionLevel: 3 },
      (opened: (error: unknown, stream: NodeJS.ReadableStream) => void) => {
        const stream = Readable.from(bytes(), { objectMode: false })
        stream.once('error', (error) => out.destroy(error))
        opened(null, stream)
      },
    )
  zip.end()
  zip.outputStream.pipe(out)
  const hash = createHash('sha256')
  let total = 0
  async function* counted(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk)
      total += chunk.length
      yield chunk
    }
  }
  try {
    await pipeline(out, counted, createWriteStream(draft, { flags: 'wx', mode: 0o600 }))
    await sync(draft)
    await place(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  return { bytes: total, sha256: hash.digest('hex') }
}
