import { same } from './bytes.ts'
import { type Hash, hashNode } from './tree.ts'

export type Inclusion = {
  leafHash: Uint8Array
  /** From 0. */
  index: number
  size: number
  proof: readonly Uint8Array[]
  root: Uint8Array
}

/** Whether the leaf stands there in the tree with this root (RFC 9162, 2.1.3.2). False on nonsense too. */
export function verifyInclusion(
  { leafHash, index, size, proof, root }: Inclusion,
  hash: Hash,
): boolean {
  if (!isCount(index) || !isCount(size) || index >= size) return false
  if (![leafHash, root, ...proof].every(isHash)) return false
  let [fn, sn] = [index, size - 1]
  let node = leafHash
  for (const step of proof) {
    if (sn === 0) return false
    if (fn % 2 === 1 || fn === sn) {
      node = hashNode(step, node, hash)
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)]
    } else node = hashNode(node, step, hash)
    ;[fn, sn] = [half(fn), half(sn)]
  }
  return sn === 0 && same(node, root)
}

export type Consistency = {
  from: number
  to: number
  proof: readonly Uint8Array[]
  fromRoot: Uint8Array
  toRoot: Uint8Array
}

/**
 * Whether the smaller tree is the beginning of the larger one (RFC 9162, 2.1.4.2). False on nonsense too. The empty
 * tree, which the algorithm leaves out, begins every tree when its root is `SHA-256()` and its proof is empty.
 */
export function verifyConsistency(
  { from, to, proof, fromRoot, toRoot }: Consistency,
  hash: Hash,
): boolean {
  if (!isCount(from) || !isCount(to) || from > to) return false
  if (from === 0 && !same(fromRoot, hash(new Uint8Array()))) return false
  if (from === to) return proof.length === 0 && same(fromRoot, toRoot)
  if (![fromRoot, toRoot, ...proof].every(isHash)) return false
  if (from === 0) return proof.length === 0
  const [first, ...rest] = isPowerOfTwo(from) ? [fromRoot, ...proof] : proof
  if (!first) return false
  let [fn, sn] = [from - 1, to - 1]
  while (fn % 2 === 1) [fn, sn] = [half(fn), half(sn)]
  let [fr, sr] = [first, first]
  for (const step of rest) {
    if (sn === 0) return false
    if (fn % 2 === 1 || fn === sn) {
      fr = hashNode(step, fr, hash)
      sr = hashNode(step, sr, hash)
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)]
    } else sr = hashNode(sr, step, hash)
    ;[fn, sn] = [half(fn), half(sn)]
  }
  return sn === 0 && same(fr, fromRoot) && same(sr, toRoot)
}

const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0
const isHash = (bytes: Uint8Array): boolean => bytes.length === 32
const half = (n: number): number => Math.floor(n / 2)

function isPowerOfTwo(n: number): boolean {
  let left = n
  while (left % 2 === 0) left /= 2
  return left === 1
}
