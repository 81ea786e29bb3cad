import { fromBase64, toBase64 } from './bytes.ts'

/** SHA-256: any bytes in, 32 bytes out. It must not keep the bytes it was given: they are used again. */
export type Hash = (bytes: Uint8Array) => Uint8Array

/** Hash of a leaf: `SHA-256(0x00 || leaf)` (RFC 6962, 2.1). */
export function hashLeaf(leaf: Uint8Array, hash: Hash): Uint8Array {
  const bytes = new Uint8Array(leaf.length + 1)
  bytes.set(leaf, 1)
  return hash(bytes)
}

/** Hash of a node: `SHA-256(0x01 || left || right)` (RFC 6962, 2.1). */
export function hashNode(left: Uint8Array, right: Uint8Array, hash: Hash): Uint8Array {
  const bytes = new Uint8Array(left.length + right.length + 1)
  bytes[0] = 1
  bytes.set(left, 1)
  bytes.set(right, left.length + 1)
  return hash(bytes)
}

/** The right edge of a tree: how many leaves, and the roots of its perfect subtrees, the largest first. */
export type Frontier = { readonly size: number; readonly peaks: readonly Uint8Array[] }
export const emptyFrontier: Frontier = { size: 0, peaks: [] }

export function append(frontier: Frontier, leafHash: Uint8Array, hash: Hash): Frontier {
  if (leafHash.length !== 32) throw new Error('A leaf hash has 32 bytes.')
  return appendSubtree(frontier, { leaves: 1, root: leafHash }, hash)
}

/** Appends the root of so many leaves at once, a power of two that divides the size so far. */
export function appendSubtree(
  { size, peaks }: Frontier,
  { leaves, root }: { leaves: number; root: Uint8Array },
  hash: Hash,
): Frontier {
  if (!Number.isInteger(Math.log2(leaves)) || size % leaves !== 0)
    throw new Error(`A subtree of ${leaves} leaves cannot follow ${size}.`)
  const kept = peaks.slice()
  let last = root
  for (let n = size / leaves; n % 2 === 1; n = (n - 1) / 2) {
    const left = kept.pop()
    if (!left) throw new Error('The frontier of the tree lacks a subtree.')
    last = hashNode(left, last, hash)
  }
  kept.push(last)
  return { size: size + leaves, peaks: kept }
}

/** How many leaves each peak of a tree of this size has, the largest first. */
export function peakSizes(size: number): number[] {
  const sizes: number[] = []
  for (let rest = size; rest > 0; rest -= sizes.at(-1) ?? rest)
    sizes.push(2 ** Math.floor(Math.log2(rest)))
  return sizes
}

/** The Merkle tree hash (RFC 6962, 2.1); that of an empty tree is `SHA-256()`. */
export function rootOf({ peaks }: Frontier, hash: Hash): Uint8Array {
  const [last, ...rest] = peaks.toReversed()
  if (!last) return hash(new Uint8Array())
  return rest.reduce((right, left) => hashNode(left, right, hash), last)
}

/** A frontier in one line of text: its size, then its peaks in base64. */
export const frontierText = ({ size, peaks }: Frontier): string =>
  [size, ...peaks.map(toBase64)].join(' ')

/** Reads a line of `frontierText`; of an empty tree by default. Throws on anything else. */
export function frontierOf(text = '0'): Frontier {
  const [digits = '', ...peaks] = text.split(' ')
  const size = Number(digits)
  if (!Number.isSafeInteger(size) || size < 0 || String(size) !== digits)
    throw new Error('The frontier of the tree has no size.')
  const wanted = peakSizes(size).length
  if (peaks.length !== wanted)
    throw new Error(
      `The frontier of a tree of ${size} leaves has ${wanted} subtrees, not ${peaks.length}.`,
    )
  return { size, peaks: peaks.map((peak) => fromBase64(peak, 32)) }
}

/** The Merkle tree hash of leaf hashes (RFC 6962, 2.1). */
export const rootOfLeaves = (leafHashes: readonly Uint8Array[], hash: Hash): Uint8Array =>
  leafHashes.length === 0 ? hash(new Uint8Array()) : subtree(leafHashes, hash)

function subtree(leaves: readonly Uint8Array[], hash: Hash): Uint8Array {
  const [first] = leaves
  if (first && leaves.length === 1) return first
  const split = splitOf(leaves.length)
  return hashNode(subtree(leaves.slice(0, split), hash), subtree(leaves.slice(split), hash), hash)
}

/** The hashes that lead from leaf `index` (from 0) to the root, the deepest first (RFC 6962, 2.1.1). */
export function inclusionProof(
  leaves: readonly Uint8Array[],
  index: number,
  hash: Hash,
): Uint8Array[] {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length)
    throw new Error(`A tree of ${leaves.length} leaves has no leaf ${index}.`)
  if (leaves.length === 1) return []
  const split = splitOf(leaves.length)
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  return index < split
    ? [...inclusionProof(left, index, hash), subtree(right, hash)]
    : [...inclusionProof(right, index - split, hash), subtree(left, hash)]
}

/**
 * The hashes that show a tree of `from` leaves to be the beginning of the tree of these (RFC 6962, 2.1.2); to be the
 * beginning of a tree of fewer, give only those. None for the empty tree and for the whole one.
 */
export function consistencyProof(
  leaves: readonly Uint8Array[],
  from: number,
  hash: Hash,
): Uint8Array[] {
  if (!Number.isInteger(from) || from < 0 || from > leaves.length)
    throw new Error(`A tree of ${leaves.length} leaves never had ${from}.`)
  return from === 0 ? [] : provedFrom(leaves, { from, isWhole: true }, hash)
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

/** The largest power of two smaller than `size`: where a tree of so many leaves parts (RFC 6962, 2.1). */
export function splitOf(size: number): number {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}
