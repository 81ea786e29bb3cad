import { fromBase64, toBase64 } from './bytes.ts'

/** SHA-256: any bytes in, 32 bytes out. */
export type Hash = (bytes: Uint8Array) => Uint8Array

/** Hash of a leaf: `SHA-256(0x00 || leaf)` (RFC 6962, 2.1). */
export const hashLeaf = (leaf: Uint8Array, hash: Hash): Uint8Array => hash(joined(0, leaf))
/** Hash of a node: `SHA-256(0x01 || left || right)` (RFC 6962, 2.1). */
export const hashNode = (left: Uint8Array, right: Uint8Array, hash: Hash): Uint8Array =>
  hash(joined(1, left, right))

function joined(first: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 1))
  bytes[0] = first
  let at = 1
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** The right edge of a tree: how many leaves, and the roots of its perfect subtrees, the largest first. */
export type Frontier = { readonly size: number; readonly peaks: readonly Uint8Array[] }
export const emptyFrontier: Frontier = { size: 0, peaks: [] }

export function append({ size, peaks }: Frontier, leafHash: Uint8Array, hash: Hash): Frontier {
  const kept = [...peaks]
  let last = leafHash
  for (let n = size; n % 2 === 1; n = (n - 1) / 2) {
    const left = kept.pop()
    if (!left) throw new Error('The frontier of the tree lacks a subtree.')
    last = hashNode(left, last, hash)
  }
  return { size: size + 1, peaks: [...kept, last] }
}

/** The Merkle tree hash (RFC 6962, 2.1); that of an empty tree is `SHA-256()`. */
export function rootOf({ peaks }: Frontier, hash: Hash): Uint8Array {
  const [last, ...rest] = peaks.toReversed()
  if (!last) return hash(new Uint8Array())
  return rest.reduce((right, left) => hashNode(left, right, hash), last)
}

export const rootOfLeaves = (leafHashes: readonly Uint8Array[], hash: Hash): Uint8Array =>
  leafHashes.length === 0 ? hash(new Uint8Array()) : subtree(leafHashes, hash)

function subtree(leaves: readonly Uint8Array[], hash: Hash): Uint8Array {
  let level = leaves
  while (level.length > 1) {
    const above: Uint8Array[] = []
    for (let at = 0; at < level.length; at += 2) {
      const [left, right] = [level[at], level[at + 1]]
      if (left) above.push(right ? hashNode(left, right, hash) : left)
    }
    level = above
  }
  const [root] = level
  if (!root) throw new Error('A subtree has at least one leaf.')
  return root
}

/** The hashes that lead from a leaf (from 0) to the root, the deepest first (RFC 6962, 2.1.1). */
export function inclusionProof(
  leaves: readonly Uint8Array[],
  index: number,
  hash: Hash,
): Uint8Array[] {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length)
    throw new Error(`A tree of ${leaves.length} leaves has no leaf ${index}.`)
  if (leaves.length === 1) return []
  const split = splitOf(leaves.length)
  return index < split
    ? [...inclusionProof(leaves.slice(0, split), index, hash), subtree(leaves.slice(split), hash)]
    : [
        ...inclusionProof(leaves.slice(split), index - split, hash),
        subtree(leaves.slice(0, split), hash),
      ]
}

/** The hashes that show a tree of `from` leaves to be the beginning of this one (RFC 6962, 2.1.2). */
export function consistencyProof(
  leaves: readonly Uint8Array[],
  from: number,
  hash: Hash,
): Uint8Array[] {
  if (!Number.isInteger(from) || from < 0 || from > leaves.length)
    throw new Error(`A tree of ${leaves.length} leaves never had ${from}.`)
  if (from === 0 || from === leaves.length) return []
  return provedFrom(leaves, { from, isWhole: true }, hash)
}

function provedFrom(
  leaves: readonly Uint8Array[],
  { from, isWhole }: { from: number; isWhole: boolean },
  hash: Hash,
): Uint8Array[] {
  if (from === leaves.length) return isWhole ? [] : [subtree(leaves, hash)]
  const split = splitOf(leaves.length)
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  return from <= split
    ? [...provedFrom(left, { from, isWhole }, hash), subtree(right, hash)]
    : [...provedFrom(right, { from: from - split, isWhole: false }, hash), subtree(left, hash)]
}

/** The largest power of two smaller than `size`. */
function splitOf(size: number): number {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}

/** As it is kept in one line of text. */
export const frontierText = ({ size, peaks }: Frontier): string =>
  [size, ...peaks.map(toBase64)].join(' ')

export function frontierOf(text = '0'): Frontier {
  const [size, ...peaks] = text.split(' ')
  return { size: Number(size), peaks: peaks.map(fromBase64) }
}
