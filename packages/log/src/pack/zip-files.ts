import {
  BlobReader,
  configure,
  type FileEntry,
  ZipReader,
} from '@zip.js/zip.js/lib/zip-core-native.js'

/** The files of a pack, read when they are asked for; a name that is not there is undefined. */
export type PackFiles = {
  names: readonly string[]
  open(name: string): AsyncIterable<Uint8Array> | undefined
}

// Workers are made from addresses that the page's Content-Security-Policy refuses, and Node has none.
configure({ useWebWorkers: false, useCompressionStream: true })

/** Opens a ZIP without unpacking it. Throws on what is none, on two files of one name, and on an encrypted one. */
export async function zipFilesIn(zip: Blob): Promise<PackFiles> {
  const entries = await new ZipReader(new BlobReader(zip), { strictness: 'strict' }).getEntries()
  const files = new Map<string, FileEntry>()
  for (const entry of entries) {
    if (entry.directory) continue
    if (files.has(entry.filename)) throw new Error(`The ZIP has two files named ${entry.filename}.`)
    if (entry.encrypted) throw new Error(`${entry.filename} of the ZIP is encrypted.`)
    files.set(entry.filename, entry)
  }
  return {
    names: [...files.keys()],
    open(name) {
      const entry = files.get(name)
      return entry && chunksOf(entry)
    },
  }
}

async function* chunksOf(entry: FileEntry): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const written = entry.getData(writable)
  const failed = new Promise<never>((_, reject) => written.catch(reject))
  failed.catch(() => undefined)
  const reader = readable.getReader()
  try {
    for (;;) {
      const next = await Promise.race([reader.read(), failed])
      if (next.done) break
      yield next.value
    }
    await written
  } finally {
    reader.cancel().catch(() => undefined)
  }
}
