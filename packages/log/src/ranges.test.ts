import { sha256 } from '@noble/hashes/sha2.js'
import { expect, it } from 'vitest'
import { toBase64, utf8 } from './bytes.ts'
import { consistencyRanges, inclusionRanges, type Range } from './ranges.ts'
import { consistencyProof, hashLeaf, inclusionProof, rootOfLeaves } from './tree.ts'

const leaves = Array.from({ length: 70 }, (_, n) => hashLeaf(utf8(`leaf ${n}`), sha256))
const rootsOf = (ranges: readonly Range[]) =>
  ranges.map(({ from, to }) => toBase64(rootOfLeaves(leaves.slice(from, to), sha256)))

it('names the subtrees of every inclusion proof', () => {
  for (let size = 1; size <= leaves.length; size += 1)
    for (let index = 0; index < size; index += 1)
      expect(rootsOf(inclusionRanges(index, size))).toEqual(
        inclusionProof(leaves.slice(0, size), index, sha256).map(toBase64),
      )
})

it('names the subtrees of every consistency proof', () => {
  for (let to = 0; to <= leaves.length; to += 1)
    for (let from = 0; from <= to; from += 1)
      expect(rootsOf(consistencyRanges(from, to))).toEqual(
        consistencyProof(leaves.slice(0, to), from, sha256).map(toBase64),
      )
})

it('parts a large tree at multiples of large powers of two, so that whole blocks can be kept', () => {
  const all = [...inclusionRanges(123_456, 200_001), ...consistencyRanges(70_000, 200_001)]
  for (const { from } of all.filter((range) => range.to - range.from >= 256))
    expect(from % 256).toBe(0)
})

it('refuses what is not in the tree', () => {
  for (const index of [-1, 3, 0.5]) expect(() => inclusionRanges(index, 3)).toThrow('no leaf')
  for (const from of [-1, 4, 0.5]) expect(() => consistencyRanges(from, 3)).toThrow('never had')
})
