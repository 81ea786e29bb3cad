import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Part, Row } from '@ropewalk/db/backup/parts.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import type { Text, Values } from '@ropewalk/domain/words.ts'
import { verifierOf } from '@ropewalk/log/keys.ts'
import { isSignedBy, noteOf } from '@ropewalk/log/note.ts'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { codeOf } from '../error-code.ts'
import { backupRefusals } from './backup-words.ts'
import { Manifest, manifestName, noteName, noteText, partName } from './manifest.ts'

export type Backup = {
  file: string
  manifest: Manifest
  /** Of the whole file. */
  sha256: string
  /** The rows of a table, some at a time. Refuses at their end what the manifest says otherwise. */
  rows(part: Part): AsyncGenerator<Row[]>
  /** A small part whole; undefined when it is not inside. */
  bytes(name: string): Promise<Buffer | undefined>
  close(): void
}

const smallAtMost = 64 * 1024 * 1024
const batch = 500

/**
 * A backup whose manifest is the one that was signed and names the parts that are there. Refuses any other file, and
 * an unsigned one unless `unsigned` says that it will do.
 */
export async function openBackup(file: string, { unsigned = false } = {}): Promise<Backup> {
  const refuse = (text: Text, values: Values = {}) =>
    new Refusal('INVALID', text, { values: { file, ...values } })
  const sha256 = await hashOfFile(file).catch((error: unknown) => {
    throw refuse(backupRefusals.unreadable, { why: codeOf(error) })
  })
  const { zip, entries } = await opened(file).catch((error: unknown) => {
    throw refuse(backupRefusals.noBackup, { why: codeOf(error) })
  })
  try {
    const text = await whole(manifestName)
    if (!text) throw refuse(backupRefusals.noBackup, { why: `no ${manifestName}` })
    const manifest = manifestIn(text)
    await checkNote(manifest, text)
    checkNames(manifest)
    return { file, manifest, sha256, rows, bytes: named, close: () => zip.close() }

    async function* rows(part: Part): AsyncGenerator<Row[]> {
      const name = partName(part.name)
      let some: Row[] = []
      for await (const line of lines(checked(name, manifest))) {
        some.push(rowIn(line, part) ?? wrong(name))
        if (some.length < batch) continue
        yield some
        some = []
      }
      if (some.length > 0) yield some
    }

    async function named(name: string): Promise<Buffer | undefined> {
      if (!manifest.parts.some((part) => part.name === name)) return undefined
      return Buffer.concat(await Array.fromAsync(checked(name, manifest)))
    }
  } catch (error) {
    zip.close()
    throw error
  }

  function wrong(part: string): never {
    throw refuse(backupRefusals.part, { part })
  }

  async function* checked(name: string, { parts }: Manifest): AsyncGenerator<Buffer> {
    const said = parts.find((part) => part.name === name)
    const hash = createHash('sha256')
    let bytes = 0
    for await (const chunk of unpacked(name)) {
      hash.update(chunk)
      bytes += chunk.length
      if (said && bytes > said.bytes) break
      yield chunk
    }
    if (bytes !== said?.bytes || hash.digest('hex') !== said.sha256) wrong(name)
  }

  async function* unpacked(name: string): AsyncGenerator<Buffer> {
    const entry = entries.get(name)
    if (!entry) throw refuse(backupRefusals.missing, { part: name })
    try {
      yield* (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>
    } catch {
      wrong(name)
    }
  }

  async function whole(name: string): Promise<Buffer | undefined> {
    const entry = entries.get(name)
    if (!entry) return undefined
    if (entry.uncompressedSize > smallAtMost) wrong(name)
    return Buffer.concat(await Array.fromAsync(unpacked(name)))
  }

  function manifestIn(text: Buffer): Manifest {
    try {
      return Manifest.parse(JSON.parse(text.toString('utf8')))
    } catch {
      throw refuse(backupRefusals.noBackup, { why: manifestName })
    }
  }

  async function checkNote({ log, registerId }: Manifest, text: Buffer) {
    const note = await whole(noteName)
    if (!note || log.key === null) {
      if (!unsigned) throw refuse(backupRefusals.unsigned)
      return
    }
    const hash = createHash('sha256').update(text).digest('hex')
    if (!isOver(note.toString('utf8'), noteText(registerId, hash), log.key))
      throw refuse(backupRefusals.manifest)
  }

  function checkNames({ parts, tables }: Manifest) {
    const known = new Set([manifestName, noteName, ...parts.map(({ name }) => name)])
    for (const name of [...known, ...tables.map((table) => partName(table.name))])
      if (name !== noteName && !entries.has(name))
        throw refuse(backupRefusals.missing, { part: name })
    for (const name of entries.keys())
      if (!known.has(name)) throw refuse(backupRefusals.unknown, { part: name })
  }
}

function isOver(note: string, text: string, key: string): boolean {
  try {
    return noteOf(note).text === text && isSignedBy(note, verifierOf(key))
  } catch {
    return false
  }
}

async function opened(file: string): Promise<{ zip: ZipFile; entries: Map<string, Entry> }> {
  const zip = await openPromise(file, {
    lazyEntries: true,
    autoClose: false,
    strictFileNames: true,
  })
  try {
    const entries = new Map<string, Entry>()
    for await (const entry of zip.eachEntry()) {
      if (entries.has(entry.fileName)) throw new Error(`${entry.fileName} twice`)
      entries.set(entry.fileName, entry)
    }
    return { zip, entries }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('hex')
}

async function* lines(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer[] = []
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      yield Buffer.concat([...rest, chunk.subarray(start, end)]).toString('utf8')
      rest = []
      start = end + 1
    }
    if (start < chunk.length) rest.push(chunk.subarray(start))
  }
  if (rest.length > 0) yield Buffer.concat(rest).toString('utf8')
}

function rowIn(line: string, { columns }: Part): Row | undefined {
  try {
    const row: unknown = JSON.parse(line)
    return Array.isArray(row) && row.length === columns.length ? row : undefined
  } catch {
    return undefined
  }
}
