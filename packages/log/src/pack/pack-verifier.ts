import { sha256 } from '@noble/hashes/sha2.js'
import { hex, toBase64, utf8 } from '../bytes.ts'
import { type Checkpoint, checkpointOf } from '../checkpoint.ts'
import { fingerprintOf, isSameKey, type VerifierKey, verifierOf } from '../keys.ts'
import { isSignedBy, noteOf } from '../note.ts'
import type { Hash } from '../tree.ts'
import type { Head } from '../verifier.ts'
import { checkCsv, checkSums } from './check-csv.ts'
import { checkLog, logFiles, type Told } from './check-log.ts'
import { type Manifest, manifestCsv, manifestFiles, manifestNote, manifestOf } from './manifest.ts'
import type { PackFault } from './pack-faults.ts'
import { type Hasher, type Reading, readListed, readText } from './read-file.ts'
import type { PackFiles } from './zip-files.ts'

export type Verifying = {
  /** A key that was compared with somebody at the organisation; the pack's own when absent. */
  key?: VerifierKey | undefined
  /** The same known by its fingerprint alone; spaces do not count. */
  fingerprint?: string | undefined
  /** Signed notes that were kept elsewhere; `from` says where. */
  earlier?: readonly { note: string; from: string }[] | undefined
  hash?: Hash
  hasher?: () => Hasher
  digestOf?: (text: string) => string
  /** How many of how many bytes were read. */
  progress?: ((read: number, of: number) => void) | undefined
}

export type PackVerdict = {
  faults: readonly PackFault[]
  /** What the pack says of itself; undefined when there is no manifest. */
  manifest: Manifest | undefined
  /** The key in the pack, in groups of four hex digits; undefined when there is none. */
  fingerprint: string | undefined
  /** Whether it is the key that was given. */
  keyCompared: boolean
  head: Checkpoint | undefined
  files: number
  entries: number
  /** Whether anything before the head was cut off or rewritten. `newer`: the heads kept are younger than the pack. */
  cutOffOrRewritten: 'checked' | 'not checkable' | 'newer' | 'at fault'
}

/** Checks a pack from its bytes alone: every file, the signatures, the counts, the log, `changes.csv` against the log. */
export async function verifyPack(files: PackFiles, asked: Verifying = {}): Promise<PackVerdict> {
  const { hash = sha256, hasher = () => sha256.create(), progress, digestOf } = asked
  const faults: PackFault[] = []
  const reading: Reading = {
    files,
    hasher,
    fault: ({ seq = 0, detail = '', ...fault }) =>
      void faults.push({ ...fault, seq, detail: String(detail) }),
  }
  const { manifest, texts } = await manifestIn(reading)
  const own = await keyIn(reading)
  const key = asked.key ?? own
  const keyCompared = compareKey(reading, asked, own)
  const head = await headIn(reading, key)
  const keyFacts = { fingerprint: own && fingerprintOf(own), keyCompared, head }
  if (!manifest || texts === undefined)
    return {
      ...keyFacts,
      faults,
      manifest,
      files: 0,
      entries: 0,
      cutOffOrRewritten: 'not checkable',
    }
  await checkSignature(reading, { manifest, texts, key, hash })
  checkHead(reading, manifest, head)
  const total = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0)
  let read = 0
  reading.passed = (bytes) => {
    read += bytes
    progress?.(read, total)
  }
  const earlier = earlierHeads(reading, asked.earlier ?? [], key)
  const checkable = earlier.filter(({ size }) => size <= (head?.size ?? 0))
  const ownHead = head ? [{ size: head.size, root: head.root, from: logFiles.head }] : []
  const heads = [...ownHead, ...checkable]
  const told = await checkLog(reading, { manifest, heads, hash, digestOf })
  await checkFiles(reading, manifest, told)
  const isBroken = faults.some(({ check }) => check === 'log' || check === 'earlier')
  return {
    ...keyFacts,
    faults,
    manifest,
    files: manifest.files.length,
    entries: manifest.log.last,
    cutOffOrRewritten:
      checkable.length > 0
        ? isBroken
          ? 'at fault'
          : 'checked'
        : earlier.length > 0
          ? 'newer'
          : 'not checkable',
  }
}

/** The signed note of a pack, to hold another pack or the live log against. Throws when there is none. */
export async function headOfPack(files: PackFiles): Promise<string> {
  const note = await readText(files, logFiles.head)
  if (note === undefined) throw new Error('The pack has no signed head of a log.')
  return note
}

type Texts = { json: string; csv: string }

async function manifestIn({ files, fault }: Reading) {
  const [json, csv] = [
    await readText(files, 'manifest.json'),
    await readText(files, 'manifest.csv'),
  ]
  const missing = json === undefined ? 'manifest.json' : csv === undefined ? 'manifest.csv' : ''
  if (missing !== '') fault({ check: 'files', file: missing, what: 'file-missing' })
  try {
    const manifest = json === undefined ? undefined : manifestOf(json)
    const texts: Texts | undefined = json === undefined ? undefined : { json, csv: csv ?? '' }
    return { manifest, texts }
  } catch (error) {
    const detail = error instanceof Error ? error.message : ''
    fault({ check: 'files', file: 'manifest.json', what: 'manifest-unreadable', detail })
    return { manifest: undefined, texts: undefined }
  }
}

async function keyIn({ files, fault }: Reading): Promise<VerifierKey | undefined> {
  try {
    return verifierOf((await readText(files, logFiles.key)) ?? '')
  } catch {
    fault({ check: 'signature', file: logFiles.key, what: 'key-unreadable' })
    return undefined
  }
}

/** Whether the key of the pack is the one that is known otherwise; a fault when it is another. */
function compareKey(
  { fault }: Reading,
  { key, fingerprint }: Verifying,
  own: VerifierKey | undefined,
): boolean {
  if (!own || (!key && !fingerprint)) return false
  const print = (fingerprint ?? '').replaceAll(/[\s:]/g, '').toLowerCase()
  const isSame =
    (!key || isSameKey(key, own)) &&
    (print === '' || print === fingerprintOf(own).replaceAll(' ', ''))
  if (!isSame)
    fault({
      check: 'signature',
      file: logFiles.key,
      what: 'key-foreign',
      detail: fingerprintOf(own),
    })
  return isSame
}

async function headIn({ files, fault }: Reading, key: VerifierKey | undefined) {
  const note = (await readText(files, logFiles.head)) ?? ''
  try {
    const head = checkpointOf(note)
    if (key && isSignedBy(note, key) && head.origin === key.name) return head
    fault({ check: 'signature', file: logFiles.head, what: 'head-unsigned', detail: nameOf(key) })
    return head
  } catch {
    fault({ check: 'signature', file: logFiles.head, what: 'head-unsigned', detail: nameOf(key) })
    return undefined
  }
}

const nameOf = (key: VerifierKey | undefined): string => (key ? fingerprintOf(key) : '')

type Signed = {
  manifest: Manifest
  texts: Texts
  key: VerifierKey | undefined
  hash: Hash
}

async function checkSignature(
  { files, fault }: Reading,
  { manifest, texts, key, hash }: Signed,
): Promise<void> {
  const note = (await readText(files, 'manifest.sig')) ?? ''
  const hashes = { json: hex(hash(utf8(texts.json))), csv: hex(hash(utf8(texts.csv))) }
  if (!isSigned(note, manifestNote(manifest.log.origin, hashes), key))
    fault({
      check: 'signature',
      file: 'manifest.json',
      what: 'manifest-unsigned',
      detail: nameOf(key),
    })
  if (texts.csv !== manifestCsv(manifest))
    fault({ check: 'files', file: 'manifest.csv', what: 'manifest-csv' })
}

function isSigned(note: string, text: string, key: VerifierKey | undefined): boolean {
  try {
    return key !== undefined && noteOf(note).text === text && isSignedBy(note, key)
  } catch {
    return false
  }
}

function checkHead({ fault }: Reading, { head, log }: Manifest, signed: Checkpoint | undefined) {
  if (!signed) return
  const isSame =
    head.size === signed.size && head.root === toBase64(signed.root) && log.origin === signed.origin
  const fits = log.last <= signed.size && head.later === signed.size - log.last
  if (!isSame || !fits)
    fault({ check: 'log', file: logFiles.head, what: 'head-differs', detail: signed.size })
}

function earlierHeads(
  { fault }: Reading,
  notes: readonly { note: string; from: string }[],
  key: VerifierKey | undefined,
): Head[] {
  return notes.flatMap(({ note, from }) => {
    try {
      const { size, root } = checkpointOf(note)
      if (key && isSignedBy(note, key)) return [{ size, root, from }]
    } catch {
      // Told below.
    }
    fault({ check: 'earlier', file: from, what: 'earlier-unsigned', detail: nameOf(key) })
    return []
  })
}

async function checkFiles(reading: Reading, manifest: Manifest, told: ReadonlyMap<number, Told>) {
  const listed = new Set<string>([...manifest.files.map(({ file }) => file), ...manifestFiles])
  for (const file of reading.files.names)
    if (!listed.has(file)) reading.fault({ check: 'files', file, what: 'file-unlisted' })
  const ofLog = new Set<string>([logFiles.entries, logFiles.states, logFiles.later])
  for (const facts of manifest.files) {
    const { csv } = facts
    checkSums(reading, facts)
    if (ofLog.has(facts.file)) continue
    if (csv && facts.file === 'changes.csv') await checkChanges(reading, { ...facts, csv }, told)
    else if (csv) await checkCsv(reading, { ...facts, csv })
    else for await (const _ of readListed(reading, facts));
  }
}

/** Each row of `changes.csv` must tell an entry of the period as the log has it, and all of them must be told. */
async function checkChanges(
  reading: Reading,
  facts: Parameters<typeof checkCsv>[1],
  told: ReadonlyMap<number, Told>,
): Promise<void> {
  const untold = new Set(told.keys())
  const at = (column: string) => facts.csv.columns.indexOf(column)
  const [seqAt, timeAt, actorAt, actionAt, recordAt, hashAt] = [
    at('seq'),
    at('at'),
    at('actor_id'),
    at('action'),
    at('record_id'),
    at('hash'),
  ]
  const fault = (what: 'change-unknown' | 'change-differs' | 'change-untold', seq: number) =>
    reading.fault({ check: 'changes', file: 'changes.csv', what, seq })
  await checkCsv(reading, facts, (row) => {
    const seq = Number(row[seqAt ?? 0])
    const entry = told.get(seq)
    untold.delete(seq)
    if (!entry) return fault('change-unknown', seq)
    const isSame =
      row[hashAt ?? 0] === entry.hash &&
      row[timeAt ?? 0] === `${entry.at.slice(0, 19)}Z` &&
      row[actorAt ?? 0] === entry.actorId &&
      row[actionAt ?? 0] === entry.verb &&
      row[recordAt ?? 0] === entry.about
    if (!isSame) fault('change-differs', seq)
  })
  if (facts.csv.reconciliation.excluded > 0) return
  for (const seq of untold) fault('change-untold', seq)
}
