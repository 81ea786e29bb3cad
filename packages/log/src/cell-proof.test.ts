import { sha256 } from '@noble/hashes/sha2.js'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { type CellProof, proofOfCell, verifyCell } from './cell-proof.ts'
import { leavesOf, rootOfState } from './cells.ts'
import { erased } from './erasure.ts'
import { keptOf } from './kept.ts'
import { stateText } from './state.ts'
import { anySaid, purpose, seed, whole } from './test-states.ts'

const root = rootOfState(whole, sha256)

it('proves one value without the others, from what erasure left too', () => {
  const left = erased(whole, { which: [['who']], by: 9 }, sha256)
  for (const text of [whole, left]) {
    const shown = JSON.stringify(proofOfCell(text, purpose, sha256))
    expect(shown).not.toContain('Sign in')
    const read = JSON.parse(shown) as CellProof
    expect(read).toMatchObject({ path: purpose, value: 'Ada Lovelace asked' })
    expect(verifyCell(root, read, sha256)).toBe(true)
  }
  expect(() => proofOfCell(left, ['who'], sha256)).toThrow('was erased')
  expect(() => proofOfCell(whole, ['what'], sha256)).toThrow('no value at ["what"]')
})

it('does not prove another value, path, salt, place or root', () => {
  const shown = proofOfCell(whole, purpose, sha256)
  const { proof, salt } = shown
  const others: Partial<CellProof>[] = [
    { value: 'Bob asked' },
    { path: ['after', 'purposes', 'PA-0001.2', 'purpose'] },
    { salt: salt.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')) },
    { salt: '' },
    { proof: { ...proof, index: proof.index + 1 } },
    { proof: { ...proof, size: 1000 } },
    { proof: { ...proof, hashes: proof.hashes.slice(1) } },
    { proof: { ...proof, hashes: ['x'] } },
    { value: undefined },
  ]
  for (const other of others)
    expect(verifyCell(root, { ...shown, ...other }, sha256), JSON.stringify(other)).toBe(false)
  expect(verifyCell(new Uint8Array(32), shown, sha256)).toBe(false)
  expect(verifyCell(root, JSON.parse('{}'), sha256)).toBe(false)
})

it('proves every value of every state', () => {
  fc.assert(
    fc.property(anySaid, (any) => {
      const text = stateText({ seed, ...any })
      const top = rootOfState(text, sha256)
      for (const { path } of leavesOf(keptOf(text), sha256))
        expect(verifyCell(top, proofOfCell(text, path, sha256), sha256)).toBe(true)
    }),
    { numRuns: 30 },
  )
})
