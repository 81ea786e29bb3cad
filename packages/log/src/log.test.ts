import { sha256 } from '@noble/hashes/sha2.js'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromBase64, toBase64, utf8 } from './bytes.ts'
import vectors from './fixtures/rfc6962-proofs.json' with { type: 'json' }
import { verifyConsistency, verifyInclusion } from './proofs.ts'
import {
  append,
  consistencyProof,
  emptyFrontier,
  frontierOf,
  frontierText,
  hashLeaf,
  inclusionProof,
  rootOf,
  rootOfLeaves,
} from './tree.ts'

const leavesOf = (count: number) =>
  Array.from({ length: count }, (_, n) => hashLeaf(utf8(`leaf ${n}`), sha256))

type Vector = {
  name: string
  desc: string
  wantErr: boolean
  proof: string[] | null
  leafIdx?: number
  treeSize?: number
  leafHash?: string
  root?: string
  size1?: number
  size2?: number
  root1?: string
  root2?: string
}

const bytesOf = (text: string | undefined) => fromBase64(text ?? '')
const agrees = (vector: Vector): boolean => {
  const proof = (vector.proof ?? []).map(fromBase64)
  if (vector.name.startsWith('inclusion'))
    return verifyInclusion(
      {
        leafHash: bytesOf(vector.leafHash),
        index: vector.leafIdx ?? 0,
        size: vector.treeSize ?? 0,
        proof,
        root: bytesOf(vector.root),
      },
      sha256,
    )
  return verifyConsistency(
    {
      from: vector.size1 ?? 0,
      to: vector.size2 ?? 0,
      proof,
      fromRoot: bytesOf(vector.root1),
      toRoot: bytesOf(vector.root2),
    },
    sha256,
  )
}

it('agrees with the proofs of others, the wrong ones too', () => {
  // A proof on an empty tree is a convention that verifiers differ on.
  const all = (vectors as Vector[]).filter(({ size1 }) => size1 !== 0)
  expect(all.length).toBeGreaterThan(80)
  expect(all.filter((vector) => agrees(vector) === vector.wantErr)).toEqual([])
})

it('gives proofs that verify, and that no flipped bit survives', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 70 }), fc.nat(), fc.nat(), (size, some, bit) => {
      const leaves = leavesOf(size)
      const root = rootOfLeaves(leaves, sha256)
      const index = some % size
      const leafHash = leaves[index] as Uint8Array
      const proof = inclusionProof(leaves, index, sha256)
      const asked = { leafHash, index, size, proof, root }
      expect(verifyInclusion(asked, sha256)).toBe(true)
      const from = (some % size) + 1
      const fromRoot = rootOfLeaves(leaves.slice(0, from), sha256)
      const steps = consistencyProof(leaves, from, sha256)
      const claim = { from, to: size, proof: steps, fromRoot, toRoot: root }
      expect(verifyConsistency(claim, sha256)).toBe(true)
      const flipped = Uint8Array.from(root)
      flipped[(bit >> 3) % 32] = (flipped[(bit >> 3) % 32] ?? 0) ^ (1 << (bit & 7))
      expect(verifyInclusion({ ...asked, root: flipped }, sha256)).toBe(false)
      expect(verifyConsistency({ ...claim, toRoot: flipped }, sha256)).toBe(false)
      if (size > 1)
        expect(verifyInclusion({ ...asked, index: (index + 1) % size }, sha256)).toBe(false)
    }),
  )
})

it('has at its frontier the root of all its leaves', () => {
  let frontier = emptyFrontier
  for (const [n, leaf] of leavesOf(130).entries()) {
    expect(toBase64(rootOf(frontier, sha256))).toBe(
      toBase64(rootOfLeaves(leavesOf(130).slice(0, n), sha256)),
    )
    frontier = frontierOf(frontierText(append(frontier, leaf, sha256)))
  }
})
