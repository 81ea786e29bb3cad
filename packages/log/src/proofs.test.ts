import { sha256 } from '@noble/hashes/sha2.js'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromBase64, utf8 } from './bytes.ts'
import vectors from './fixtures/rfc6962-proofs.json' with { type: 'json' }
import { type Consistency, type Inclusion, verifyConsistency, verifyInclusion } from './proofs.ts'
import { consistencyProof, hashLeaf, inclusionProof, rootOfLeaves } from './tree.ts'

type Vector = {
  name: string
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
const proofOf = ({ proof }: Vector) => (proof ?? []).map((each) => fromBase64(each))
const includes = (vector: Vector) =>
  verifyInclusion(
    {
      leafHash: bytesOf(vector.leafHash),
      index: vector.leafIdx ?? -1,
      size: vector.treeSize ?? -1,
      proof: proofOf(vector),
      root: bytesOf(vector.root),
    },
    sha256,
  )
const continues = (vector: Vector) =>
  verifyConsistency(
    {
      from: vector.size1 ?? -1,
      to: vector.size2 ?? -1,
      proof: proofOf(vector),
      fromRoot: bytesOf(vector.root1),
      toRoot: bytesOf(vector.root2),
    },
    sha256,
  )

const inclusions = (vectors as Vector[]).filter(({ name }) => name.startsWith('inclusion'))
const consistencies = (vectors as Vector[]).filter(({ name }) => name.startsWith('consistency'))

it('agrees with the inclusion proofs of others, the wrong ones too', () => {
  expect(inclusions.length).toBeGreaterThan(80)
  const differ = inclusions.filter((vector) => includes(vector) === vector.wantErr)
  expect(differ.map(({ name }) => name)).toEqual([])
})

it('agrees with the consistency proofs of others, the wrong ones too', () => {
  expect(consistencies.length).toBeGreaterThan(80)
  const differ = consistencies.filter((vector) => continues(vector) === vector.wantErr)
  expect(differ.map(({ name }) => name)).toEqual([])
})

const leavesOf = (count: number) =>
  Array.from({ length: count }, (_, n) => hashLeaf(utf8(`leaf ${n}`), sha256))

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(bytes)
  const at = (bit >> 3) % copy.length
  copy[at] = (copy[at] ?? 0) ^ (1 << (bit & 7))
  return copy
}

const anyTree = fc.integer({ min: 1, max: 70 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    index: fc.nat(size - 1),
    from: fc.integer({ min: 1, max: size }),
    bit: fc.nat(255),
    step: fc.nat(),
  }),
)

it('accepts every proof of inclusion, and none with a flipped bit, another place or another size', () => {
  fc.assert(
    fc.property(anyTree, fc.nat(100), ({ size, index, bit, step }, other) => {
      const leaves = leavesOf(size)
      const proof = inclusionProof(leaves, index, sha256)
      const leafHash = leaves[index] ?? new Uint8Array()
      const claim = { leafHash, index, size, proof, root: rootOfLeaves(leaves, sha256) }
      const isTrue = (changed: Partial<Inclusion>) =>
        verifyInclusion({ ...claim, ...changed }, sha256)
      expect(isTrue({})).toBe(true)
      expect(isTrue({ root: flipped(claim.root, bit) })).toBe(false)
      expect(isTrue({ leafHash: flipped(leafHash, bit) })).toBe(false)
      expect(isTrue({ proof: [...proof, claim.root] })).toBe(false)
      if (other !== index) expect(isTrue({ index: other })).toBe(false)
      if (proof.length === 0) return
      const at = step % proof.length
      expect(
        isTrue({ proof: proof.map((each, n) => (n === at ? flipped(each, bit) : each)) }),
      ).toBe(false)
      expect(isTrue({ proof: proof.toSpliced(at, 1) })).toBe(false)
      expect(isTrue({ size: index })).toBe(false)
      expect(isTrue({ size: size * 2 + 1 })).toBe(false)
    }),
  )
})

it('accepts every proof of consistency, and none with a flipped bit or another size', () => {
  fc.assert(
    fc.property(anyTree, ({ size, from, bit, step }) => {
      const leaves = leavesOf(size)
      const proof = consistencyProof(leaves, from, sha256)
      const fromRoot = rootOfLeaves(leaves.slice(0, from), sha256)
      const claim = { from, to: size, proof, fromRoot, toRoot: rootOfLeaves(leaves, sha256) }
      const isTrue = (changed: Partial<Consistency>) =>
        verifyConsistency({ ...claim, ...changed }, sha256)
      expect(isTrue({})).toBe(true)
      expect(isTrue({ toRoot: flipped(claim.toRoot, bit) })).toBe(false)
      expect(isTrue({ fromRoot: flipped(fromRoot, bit) })).toBe(false)
      expect(isTrue({ proof: [...proof, fromRoot] })).toBe(false)
      expect(isTrue({ from: size + 1 })).toBe(false)
      if (proof.length === 0) return
      const at = step % proof.length
      expect(
        isTrue({ proof: proof.map((each, n) => (n === at ? flipped(each, bit) : each)) }),
      ).toBe(false)
      expect(isTrue({ proof: proof.toSpliced(at, 1) })).toBe(false)
      expect(isTrue({ to: size * 2 + 1 })).toBe(false)
      expect(isTrue({ from: 0 })).toBe(false)
    }),
  )
})

it('begins every tree with the empty one, whose root is known', () => {
  const [empty, three] = [0, 3].map((size) => rootOfLeaves(leavesOf(size), sha256))
  const claim = { from: 0, to: 3, proof: [], fromRoot: empty, toRoot: three } as Consistency
  expect(verifyConsistency(claim, sha256)).toBe(true)
  expect(verifyConsistency({ ...claim, to: 0, toRoot: claim.fromRoot }, sha256)).toBe(true)
  expect(verifyConsistency({ ...claim, fromRoot: claim.toRoot }, sha256)).toBe(false)
  expect(verifyConsistency({ ...claim, proof: [claim.toRoot] }, sha256)).toBe(false)
})

it('refuses numbers that count nothing', () => {
  const [leaf] = leavesOf(1) as [Uint8Array]
  const claim = { leafHash: leaf, index: 0, size: 1, proof: [], root: leaf }
  expect(verifyInclusion(claim, sha256)).toBe(true)
  for (const bad of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
    expect(verifyInclusion({ ...claim, index: bad }, sha256)).toBe(false)
    expect(verifyInclusion({ ...claim, size: bad }, sha256)).toBe(false)
    const heads = { proof: [], fromRoot: leaf, toRoot: leaf }
    expect(verifyConsistency({ ...heads, from: bad, to: 2 ** 53 }, sha256)).toBe(false)
  }
})
