import { joined, utf8 } from './bytes.ts'
import { canonicalText } from './canonical.ts'
import { type Kept, keptOf, standingIn } from './kept.ts'
import type { Path } from './places.ts'
import { type Hash, hashLeaf, rootOfLeaves } from './tree.ts'

/**
 * The Merkle root over the salted cells of a kept text of either form (RFC 6962 hashing, in the order of their paths'
 * canonical texts by code unit). Throws on what is no state, naming what.
 *
 * The cells: `['who']`, `['reason']`; `['after']` → null when the record is gone, else one for each of its keys. A list
 * of rows (objects with a text `rowId`) is its row ids in order, and a cell for each value of each row.
 * A cell's salt is the first 16 bytes of `SHA-256(seed || path text)`, its leaf `salt || [path,value]` in canonical JSON.
 */
export const rootOfState = (text: string, hash: Hash): Uint8Array => rootOfKept(keptOf(text), hash)

export const rootOfKept = (kept: Kept, hash: Hash): Uint8Array =>
  rootOfLeaves(
    leavesOf(kept, hash).map(({ leafHash }) => leafHash),
    hash,
  )

export type Leaf = {
  path: Path
  /** Canonical text of the path: what cells are ordered and salts are found by. */
  key: string
  leafHash: Uint8Array
  /** Undefined where the value was erased. */
  cell: { value: unknown; salt: Uint8Array; isErasable: boolean } | undefined
}

/** The leaves of a state, in order. */
export function leavesOf(kept: Kept, hash: Hash): Leaf[] {
  const saltOf = salting(kept, hash)
  const standing = standingIn(kept).map(({ path, key, value, isErasable }): Leaf => {
    const salt = saltOf(key)
    const leafHash = hashCell({ key, value, salt }, hash)
    return { path, key, leafHash, cell: { value, salt, isErasable } }
  })
  const gone = kept.erased.map(({ path, key, leafHash }) => ({
    path,
    key,
    leafHash,
    cell: undefined,
  }))
  return [...standing, ...gone].sort((one, other) => order(one.key, other.key))
}

export const hashCell = (
  { key, value, salt }: { key: string; value: unknown; salt: Uint8Array },
  hash: Hash,
): Uint8Array => hashLeaf(joined(salt, utf8(`[${key},${canonicalText(value)}]`)), hash)

export const order = (one: string, other: string): number =>
  one < other ? -1 : one > other ? 1 : 0

function salting({ seed, salts }: Kept, hash: Hash): (key: string) => Uint8Array {
  if (seed) return (key) => hash(joined(seed, utf8(key))).slice(0, 16)
  return (key) => {
    const salt = salts.get(key)
    if (!salt) throw new Error(`The value at ${key} of the state has no salt.`)
    return salt
  }
}
