import { fromBase64, utf8 } from './bytes.ts'
import { canonicalText } from './canonical.ts'
import { type Hash, hashLeaf } from './tree.ts'

export const actorKinds = ['person', 'token', 'system', 'public'] as const

/** One act, as the leaf of the log: exactly these facts, as canonical JSON (RFC 8785). */
export type Entry = {
  /** From 1; the leaf's index is one less. */
  seq: number
  /** ISO 8601, UTC. Entries are ordered by `seq`, never by time. */
  at: string
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

const keys = [
  'about',
  'actor',
  'at',
  'door',
  'from',
  'record',
  'root',
  'seq',
  'state',
  'to',
  'verb',
].join()

export const entryText = (entry: Entry): string => canonicalText(entry)
export const leafHashOf = (leaf: string, hash: Hash): Uint8Array => hashLeaf(utf8(leaf), hash)

/** Reads a leaf back. Throws on whatever `entryText` would not have written, to the byte. */
export function entryOf(leaf: string): Entry {
  const entry = JSON.parse(leaf) as Entry
  const { actor, from, to } = entry
  const texts = [
    entry.at,
    entry.door,
    entry.verb,
    entry.record,
    entry.about,
    actor?.kind,
    actor?.id,
  ]
  const isVersion = (version: unknown) => version === null || Number.isInteger(version)
  const isEntry =
    Object.keys(entry).sort().join() === keys &&
    Object.keys(actor).sort().join() === 'id,kind' &&
    texts.every((text) => typeof text === 'string') &&
    Number.isInteger(entry.seq) &&
    isVersion(from) &&
    isVersion(to) &&
    isHash(entry.root) &&
    isHash(entry.state)
  if (!isEntry || entryText(entry) !== leaf) throw new Error('This is not an entry of the log.')
  return entry
}

function isHash(text: unknown): boolean {
  try {
    return typeof text === 'string' && fromBase64(text).length === 32
  } catch {
    return false
  }
}
