import { utf8 } from './bytes.ts'
import { isInstant } from './instant.ts'
import { type Hash, hashLeaf } from './tree.ts'

export const actorKinds = ['person', 'token', 'system', 'public'] as const

/** One act, as the leaf of the log: exactly these facts, as canonical JSON (RFC 8785). */
export type Entry = {
  /** From 1; the leaf's index is one less. */
  seq: number
  /** ISO 8601, UTC. Entries are ordered by `seq`, never by time. */
  at: string
  /** Of which kind, one of `actorKinds`. */
  actor: { kind: string; id: string }
  door: string
  verb: string
  /** What the state belongs to. */
  record: string
  /** In whose history it is told. */
  about: string
  /** Version before and after, where there are versions. */
  from: number | null
  to: number | null
  /** Merkle root over the salted cells of the state, base64. */
  root: string
  /** SHA-256 of the state's text as it was first kept, base64. */
  state: string
}

/** The leaf of an entry. Throws on an entry that `entryOf` would not read back. */
export function entryText(entry: Entry): string {
  const wrong = wrongOf(entry)
  if (wrong !== undefined) throw new Error(`The entry has no valid ${wrong}.`)
  return textOf(entry)
}

/** Reads a leaf back. Throws on whatever `entryText` would not have written, to the byte. */
export function entryOf(leaf: string): Entry {
  const entry = parsed(leaf)
  const wrong = wrongOf(entry)
  if (wrong !== undefined) throw new Error(`The entry has no valid ${wrong}.`)
  if (textOf(entry) !== leaf)
    throw new Error('The entry has other keys or is not canonical JSON (RFC 8785).')
  return entry
}

const encoder = new TextEncoder()
const room = new Uint8Array(4096)

/** Hash of the leaf's bytes (RFC 6962, 2.1). */
export function leafHashOf(leaf: string, hash: Hash): Uint8Array {
  const { read, written } = encoder.encodeInto(leaf, room.subarray(1))
  return read === leaf.length ? hash(room.subarray(0, written + 1)) : hashLeaf(utf8(leaf), hash)
}

function parsed(leaf: string): Entry {
  try {
    const value: unknown = JSON.parse(leaf)
    if (typeof value === 'object' && value !== null) return value as Entry
  } catch {
    throw new Error('The entry is not JSON.')
  }
  throw new Error('The entry is not a JSON object.')
}

// Written out because every verified entry passes here: three times as quick as the general way, and held to it by a test.
function textOf({ about, actor, at, door, from, record, root, seq, state, to, verb }: Entry) {
  return `{"about":${quoted(about)},"actor":{"id":${quoted(actor.id)},"kind":"${actor.kind}"},"at":"${at}","door":${quoted(door)},"from":${from},"record":${quoted(record)},"root":"${root}","seq":${seq},"state":"${state}","to":${to},"verb":${quoted(verb)}}`
}

const quoted = (text: string): string => JSON.stringify(text)

const checks: Readonly<Record<keyof Entry, (value: unknown) => boolean>> = {
  about: isText,
  actor: isActor,
  at: (value) => typeof value === 'string' && isInstant(value),
  door: isText,
  from: isVersion,
  record: isText,
  root: isHash,
  seq: (value) => Number.isSafeInteger(value) && Number(value) >= 1,
  state: isHash,
  to: isVersion,
  verb: isText,
}
const checked = Object.entries(checks) as [keyof Entry, (value: unknown) => boolean][]

/** The first fact that is not what it must be. */
function wrongOf(entry: Entry): string | undefined {
  for (const [key, isRight] of checked) if (!isRight(entry[key])) return key
  return undefined
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.isWellFormed()
}

function isActor(value: unknown): boolean {
  const actor = value as Partial<Entry['actor']> | null | undefined
  return isText(actor?.id) && actorKinds.some((kind) => kind === actor?.kind)
}

function isVersion(value: unknown): boolean {
  return value === null || (Number.isSafeInteger(value) && Number(value) >= 0)
}

// 32 bytes in base64: 43 letters, the last with two zero bits (RFC 4648, 3.5).
export function isHash(value: unknown): boolean {
  return typeof value === 'string' && /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/.test(value)
}
