import { hex } from '../bytes.ts'
import type { FileFacts } from './manifest.ts'
import type { PackFault } from './pack-faults.ts'
import type { PackFiles } from './zip-files.ts'

/** SHA-256 of bytes as they pass. */
export type Hasher = { update(bytes: Uint8Array): unknown; digest(): Uint8Array }

export type Reading = {
  files: PackFiles
  hasher: () => Hasher
  fault(fault: Omit<PackFault, 'seq' | 'detail'> & { seq?: number; detail?: string | number }): void
  /** Bytes that were read, for whoever waits. */
  passed?: ((bytes: number) => void) | undefined
}

// What was put in is named where it stands; a ZIP that unpacks without end is not followed.
const mostBeyond = 1_000_000

/**
 * A listed file as its bytes pass; what its size and hash say against the manifest is told at the end, also when its
 * reader stops early. A file far beyond its size is not read on.
 */
export async function* readListed(
  { files, hasher, fault, passed }: Reading,
  { file, bytes, sha256 }: Pick<FileFacts, 'file' | 'bytes' | 'sha256'>,
): AsyncGenerator<Uint8Array> {
  const chunks = files.open(file)
  if (!chunks) return fault({ check: 'files', file, what: 'file-missing' })
  const iterator = chunks[Symbol.asyncIterator]()
  const hash = hasher()
  let size = 0
  let isOver = false

  async function next(): Promise<Uint8Array | undefined> {
    try {
      const { done, value } = await iterator.next()
      if (!done) {
        size += value.length
        hash.update(value)
        passed?.(value.length)
        if (size <= bytes + mostBeyond) return value
        await iterator.return?.()
        fault({ check: 'files', file, what: 'file-size', detail: bytes })
      } else if (size !== bytes) fault({ check: 'files', file, what: 'file-size', detail: bytes })
      else if (hex(hash.digest()) !== sha256) fault({ check: 'files', file, what: 'file-altered' })
    } catch (error) {
      const detail = error instanceof Error ? error.message : ''
      fault({ check: 'files', file, what: 'file-unreadable', detail })
    }
    isOver = true
    return undefined
  }
  try {
    for (let chunk = await next(); chunk; chunk = await next()) yield chunk
  } finally {
    while (!isOver) await next()
  }
}

/** A small file whole, as text; undefined when it is missing, unreadable or larger than `most` bytes. */
export async function readText(
  files: PackFiles,
  file: string,
  most = 32_000_000,
): Promise<string | undefined> {
  const chunks = files.open(file)
  if (!chunks) return undefined
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let text = ''
  let size = 0
  try {
    for await (const chunk of chunks) {
      size += chunk.length
      if (size > most) return undefined
      text += decoder.decode(chunk, { stream: true })
    }
    return text + decoder.decode()
  } catch {
    return undefined
  }
}
