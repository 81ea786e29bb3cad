import { same } from './bytes.ts'
import { type Hash, hashNode } from './tree.ts'

type Inclusion = {
  leafHash: Uint8Array
  /** From 0. */
  index: number
  size: number
  proof: readonly Uint8Array[]
  root: Uint8Array
}

/** Whether the leaf stands there in the tree with this root (RFC 9162, 2.1.3.2). */
export function verifyInclusion(
  { leafHash, index, size, proof, root }: Inclusion,
  hash: Hash,
): boolean {
  if (!Number.isInteger(index) || !Number.isInteger(size) || index < 0 || index >= size)
    return false
  if (leafHash.length !== 32 || root.length !== 32) return false
  let [fn, sn] = [BigInt(index), BigInt(size - 1)]
  let node = leafHash
  for (const step of proof) {
    if (sn === 0n) return false
    if (fn % 2n === 1n || fn === sn) {
      node = hashNode(step, node, hash)
      while (fn % 2n === 0n && fn !== 0n) {
        fn /= 2n
        sn /= 2n
      }
    } else node = hashNode(node, step, hash)
    fn /= 2n
    sn /= 2n
  }
  return sn === 0n && same(node, root)
}

type Consistency = {
  from: number
  to: number
  proof: readonly Uint8Array[]
  fromRoot: Uint8Array
  toRoot: Uint8Array
}

/** Whether the smaller tree is the beginning of the larger one (RFC 9162, 2.1.4.2). */
export function verifyConsistency(
  { from, to, proof, fromRoot, toRoot }: Consistency,
  hash: Hash,
): boolean {
  if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || from > to) return false
  if (from === to) return proof.length === 0 && same(fromRoot, toRoot)
  if (from === 0) return proof.length === 0
  const isPower = Number.isInteger(Math.log2(from)) && 2 ** Math.round(Math.log2(from)) === from
  const [first, ...rest] = isPower ? [fromRoot, ...proof] : proof
  if (!first || (rest.length === 0 && !isPower)) return false
  let [fn, sn] = [BigInt(from - 1), BigInt(to - 1)]
  while (fn % 2n === 1n) {
    fn /= 2n
    sn /= 2n
  }
  let [fr, sr] = [first, first]
  for (const step of rest) {
    if (sn === 0n) return false
    if (fn % 2n === 1n || fn === sn) {
      fr = hashNode(step, fr, hash)
      sr = hashNode(step, sr, hash)
      while (fn % 2n === 0n && fn !== 0n) {
        fn /= 2n
        sn /= 2n
      }
    } else sr = hashNode(sr, step, hash)
    fn /= 2n
    sn /= 2n
  }
  return sn === 0n && same(fr, fromRoot) && same(sr, toRoot)
}
