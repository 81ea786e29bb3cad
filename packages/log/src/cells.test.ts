import { hash } from 'node:crypto'
import { sha256 } from '@noble/hashes/sha2.js'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { joined, toBase64, utf8 } from './bytes.ts'
import { leavesOf, rootOfState } from './cells.ts'
import { keptOf } from './kept.ts'
import { stateText } from './state.ts'
import { after, anySaid, rootOf, said, seed, whole } from './test-states.ts'
import { hashLeaf, rootOfLeaves } from './tree.ts'

const nodes = (bytes: Uint8Array) => hash('sha256', bytes, 'buffer')

it('has a cell for each value, rows by their ids, in the order of their paths', () => {
  const leaves = leavesOf(keptOf(whole), sha256)
  expect(leaves.map(({ key, cell }) => [key, cell?.value])).toEqual([
    ['["after","declared"]', { transfers: { answer: 'none' } }],
    ['["after","id"]', 'PA-0001'],
    ['["after","measures"]', []],
    ['["after","name"]', 'Accounts'],
    ['["after","purposes","PA-0001.1","legalBasis"]', 'f'],
    ['["after","purposes","PA-0001.1","purpose"]', 'Ada Lovelace asked'],
    ['["after","purposes","PA-0001.2","legalBasis"]', null],
    ['["after","purposes","PA-0001.2","purpose"]', 'Sign in'],
    ['["after","purposes"]', ['PA-0001.1', 'PA-0001.2']],
    ['["after","texts"]', ['one', 'two']],
    ['["reason"]', 'She moved'],
    ['["who"]', 'Ada Lovelace'],
  ])
})

it('salts and hashes as it says, whatever computes SHA-256', () => {
  const text = stateText({ seed, who: 'é', reason: '', after: null })
  const cells: [string, string][] = [
    ['["after"]', 'null'],
    ['["reason"]', '""'],
    ['["who"]', '"é"'],
  ]
  const leaves = cells.map(([path, value]) => {
    const salt = nodes(joined(seed, utf8(path))).subarray(0, 16)
    return hashLeaf(joined(salt, utf8(`[${path},${value}]`)), nodes)
  })
  expect(rootOf(text)).toBe(toBase64(rootOfLeaves(leaves, nodes)))
  expect(toBase64(rootOfState(whole, nodes))).toBe(rootOf(whole))
})

it('shows any change of a value in its root', () => {
  const [first, second] = after.purposes
  const others: (typeof after | Record<string, unknown> | null)[] = [
    { ...after, name: 'Account' },
    { ...after, texts: ['two', 'one'] },
    { ...after, texts: 'one,two' },
    { ...after, purposes: [second, first] },
    { ...after, purposes: [first] },
    { ...after, purposes: [{ ...first, legalBasis: 'a' }, second] },
    { ...after, purposes: [{ ...first, more: null }, second] },
    { ...after, more: null },
    {},
    null,
  ]
  const roots = others.map((other) => rootOf(stateText({ seed, ...said, after: other })))
  const more = [
    stateText({ seed, ...said, who: 'Ada' }),
    stateText({ seed, ...said, reason: '' }),
    stateText({ ...said, seed: new Uint8Array(32) }),
  ].map(rootOf)
  const all = [rootOf(whole), ...roots, ...more]
  expect(new Set(all).size).toBe(all.length)
})

it('does not depend on the order in which keys were written', () => {
  const backwards = Object.fromEntries(Object.entries(after).toReversed())
  expect(stateText({ seed, ...said, after: backwards })).toBe(whole)
})

it('gives two states that differ two roots', () => {
  fc.assert(
    fc.property(anySaid, anySaid, (one, other) => {
      const [first, second] = [one, other].map((each) => stateText({ seed, ...each }))
      if (first !== second) expect(rootOf(first ?? '')).not.toBe(rootOf(second ?? ''))
    }),
  )
})

it('refuses two rows of the same id', () => {
  const twice = stateText({ seed, ...said, after: { rows: [{ rowId: '1' }, { rowId: '1' }] } })
  expect(() => rootOf(twice)).toThrow('Two rows of `rows`')
})
