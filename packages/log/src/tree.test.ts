import { sha256 } from '@noble/hashes/sha2.js'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { hex, toBase64, utf8 } from './bytes.ts'
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
const frontierAt = (count: number) =>
  leavesOf(count).reduce((frontier, leaf) => append(frontier, leaf, sha256), emptyFrontier)

it('hashes as RFC 6962 says', () => {
  expect(hex(rootOfLeaves([], sha256))).toBe(
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  )
  expect(hex(hashLeaf(new Uint8Array(), sha256))).toBe(
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  )
  // The first three leaves of the test tree of the Certificate Transparency implementations.
  const leaves = ['', '\0', '\x10'].map((text) => hashLeaf(utf8(text), sha256))
  expect(hex(rootOfLeaves(leaves, sha256))).toBe(
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  )
})

it('has at its frontier the root of all its leaves, kept as text between appends', () => {
  let frontier = emptyFrontier
  for (const [n, leaf] of leavesOf(130).entries()) {
    expect(toBase64(rootOf(frontier, sha256))).toBe(toBase64(rootOfLeaves(leavesOf(n), sha256)))
    frontier = frontierOf(frontierText(append(frontier, leaf, sha256)))
  }
  expect(frontier.size).toBe(130)
})

it('leaves the frontier that it appends to as it was', () => {
  const before = frontierAt(3)
  const text = frontierText(before)
  append(before, hashLeaf(utf8('other'), sha256), sha256)
  expect(frontierText(before)).toBe(text)
})

it('counts past 32 bits', () => {
  const size = 2 ** 33 - 1
  const peaks = Array.from({ length: 33 }, (_, n) => hashLeaf(utf8(`${n}`), sha256))
  const grown = append({ size, peaks }, hashLeaf(utf8('last'), sha256), sha256)
  expect(grown).toMatchObject({ size: 2 ** 33, peaks: { length: 1 } })
})

it('refuses a text that is no frontier', () => {
  const peak = toBase64(hashLeaf(utf8('x'), sha256))
  for (const bad of [
    '',
    'x',
    '-1',
    '1.5',
    '01',
    '1',
    `0 ${peak}`,
    `3 ${peak}`,
    '1 AAAA',
    `1 ${peak} `,
    `1e0 ${peak}`,
    '9007199254740992',
  ])
    expect(() => frontierOf(bad), bad).toThrow()
  expect(frontierOf()).toEqual(emptyFrontier)
  expect(() => append(emptyFrontier, new Uint8Array(31), sha256)).toThrow('32 bytes')
  expect(() => append({ size: 1, peaks: [] }, new Uint8Array(32), sha256)).toThrow('subtree')
})

it('proves nothing of leaves that it does not have', () => {
  for (const index of [-1, 3, 0.5, Number.NaN])
    expect(() => inclusionProof(leavesOf(3), index, sha256), String(index)).toThrow('no leaf')
  for (const from of [-1, 4, 0.5, Number.NaN])
    expect(() => consistencyProof(leavesOf(3), from, sha256), String(from)).toThrow('never had')
})

it('proves with at most one hash a level', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(), (size, some) => {
      const leaves = leavesOf(size)
      const levels = Math.ceil(Math.log2(size))
      expect(inclusionProof(leaves, some % size, sha256).length).toBeLessThanOrEqual(levels)
      expect(consistencyProof(leaves, some % size, sha256).length).toBeLessThanOrEqual(levels + 1)
    }),
    { numRuns: 30 },
  )
})
