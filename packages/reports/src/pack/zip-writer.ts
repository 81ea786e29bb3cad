import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** A file as it was put into a ZIP; the hash in hex. */
export type Zipped = { bytes: number; sha256: string }
export type ZipWriter = {
  /** Puts one file in as its chunks come; files follow one another. */
  add(name: string, chunks: AsyncIterable<Uint8Array | string>): Promise<Zipped>
  /** Ends the ZIP; size and hash of all of it. */
  end(): Promise<Zipped>
}

// The same in every pack: when a pack was made stands in its manifest.
const moment = new Date('2000-01-01T00:00:00Z')

/** Writes a ZIP to disk as its files are drawn; memory does not grow with them. */
export function zipWriter(file: string): ZipWriter {
  const zip = new ZipFile()
  const whole = counting()
  const written = pipeline(
    zip.outputStream,
    whole.through,
    createWriteStream(file, { mode: 0o600 }),
  )
  // Whoever adds or ends is told; a failure in between must not end the process.
  written.catch(() => undefined)
  const failed = new Promise<never>((_, reject) => {
    zip.on('error', reject)
    written.catch(reject)
  })
  failed.catch(() => undefined)
  return {
    async add(name, chunks) {
      const { through, told } = counting()
      const stream = Readable.from(through(chunks), { objectMode: false })
      zip.addReadStream(stream, name, { mtime: moment, mode: 0o100644, compressionLevel: 6 })
      await Promise.race([finished(stream), failed])
      return told()
    },
    async end() {
      zip.end()
      await written
      return whole.told()
    },
  }
}

function counting() {
  const hash = createHash('sha256')
  let bytes = 0
  return {
    async *through(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<Buffer> {
      for await (const chunk of chunks) {
        const buffer = typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk)
        hash.update(buffer)
        bytes += buffer.length
        if (buffer.length > 0) yield buffer
      }
    },
    told: (): Zipped => ({ bytes, sha256: hash.digest('hex') }),
  }
}
