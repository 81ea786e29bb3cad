import { sha256 } from '@noble/hashes/sha2.js'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { toBase64 } from './bytes.ts'
import { cellHash, erased, proofOfCell, rootOfState, stateOf, stateText } from './cells.ts'
import { verifyInclusion } from './proofs.ts'

const seed = new Uint8Array(32).fill(7)
const after = {
  id: 'PA-0001',
  name: 'Accounts',
  declared: { transfers: { answer: 'none' } },
  texts: ['one', 'two'],
  purposes: [
    { rowId: 'PA-0001.1', purpose: 'Ada Lovelace asked', legalBasis: 'f' },
    { rowId: 'PA-0001.2', purpose: 'Sign in', legalBasis: null },
  ],
}
const text = stateText({ seed, who: 'Ada Lovelace', reason: 'She moved', after })
const rootOf = (kept: string) => toBase64(rootOfState(kept, sha256))
const path = ['after', 'purposes', 'PA-0001.1', 'purpose']

it('reads back what was written', () => {
  expect(stateOf(text)).toEqual({ who: 'Ada Lovelace', reason: 'She moved', after, erased: [] })
})

it('erases one value, then another, and keeps its root; nothing leads back to the value', () => {
  const which = (asked: readonly string[]) => (each: readonly string[]) =>
    JSON.stringify(each) === JSON.stringify(asked)
  const once = erased(text, { which: which(path), by: 9 }, sha256)
  const twice = erased(once, { which: which(['who']), by: 12 }, sha256)
  for (const kept of [once, twice]) {
    expect(rootOf(kept)).toBe(rootOf(text))
    expect(kept).not.toContain('asked')
    expect(kept).not.toContain(toBase64(seed))
  }
  expect(stateOf(twice)).toEqual({
    who: '',
    reason: 'She moved',
    after: {
      ...after,
      purposes: [{ rowId: 'PA-0001.1', legalBasis: 'f' }, after.purposes[1]],
    },
    erased: [
      { path, by: 9 },
      { path: ['who'], by: 12 },
    ],
  })
})

it('shows any change of a value in its root', () => {
  const root = rootOf(text)
  for (const other of [
    { ...after, name: 'Account' },
    { ...after, texts: ['two', 'one'] },
    { ...after, purposes: after.purposes.toReversed() },
    { ...after, more: null },
    null,
  ])
    expect(
      rootOf(stateText({ seed, who: 'Ada Lovelace', reason: 'She moved', after: other })),
    ).not.toBe(root)
})

it('proves one value without the others', () => {
  const { proof, index, size, ...cell } = proofOfCell(text, path, sha256)
  expect(cell.value).toBe('Ada Lovelace asked')
  const leafHash = cellHash(cell, sha256)
  const root = rootOfState(text, sha256)
  expect(verifyInclusion({ leafHash, index, size, proof, root }, sha256)).toBe(true)
  const other = cellHash({ ...cell, value: 'Bob asked' }, sha256)
  expect(verifyInclusion({ leafHash: other, index, size, proof, root }, sha256)).toBe(false)
})

it('refuses what is no state', () => {
  for (const bad of [
    '',
    '{}',
    '[]',
    '{"after":1,"seed":""}',
    '{"after":{},"salts":{},"erased":[1]}',
  ])
    expect(() => stateOf(bad)).toThrow()
})

it('keeps the root whatever is erased from whatever state', () => {
  const value = fc.jsonValue({ maxDepth: 2 })
  const state = fc.dictionary(fc.string({ maxLength: 8 }), value, { maxKeys: 8 })
  fc.assert(
    fc.property(state, fc.string(), fc.nat(), (made, who, some) => {
      const clean = JSON.parse(JSON.stringify(made)) as Record<string, unknown>
      const kept = stateText({ seed, who, reason: '', after: clean })
      let n = 0
      const left = erased(kept, { which: () => (n++ + some) % 3 === 0, by: 5 }, sha256)
      expect(rootOf(left)).toBe(rootOf(kept))
    }),
  )
})
