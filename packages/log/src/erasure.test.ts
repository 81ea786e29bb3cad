import { sha256 } from '@noble/hashes/sha2.js'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { toBase64 } from './bytes.ts'
import { leavesOf } from './cells.ts'
import { erased } from './erasure.ts'
import { keptOf } from './kept.ts'
import { stateOf, stateText } from './state.ts'
import { after, anySaid, purpose, rootOf, said, seed, whole } from './test-states.ts'

it('erases one value, then another, and keeps the root; nothing leads back to the values', () => {
  const once = erased(whole, { which: [purpose], by: 9 }, sha256)
  const twice = erased(once, { which: ([first]) => first === 'who', by: 12 }, sha256)
  for (const left of [once, twice]) {
    expect(rootOf(left)).toBe(rootOf(whole))
    expect(left).not.toContain('asked')
    expect(left).not.toContain(toBase64(seed))
  }
  expect(twice).not.toContain('Ada')
  for (const { key, cell } of leavesOf(keptOf(whole), sha256))
    if (['["who"]', JSON.stringify(purpose)].includes(key))
      expect(twice).not.toContain(toBase64(cell?.salt ?? new Uint8Array()))
  const [first, second] = after.purposes
  expect(stateOf(twice)).toEqual({
    who: '',
    reason: 'She moved',
    after: { ...after, purposes: [{ rowId: first?.rowId, legalBasis: 'f' }, second] },
    erased: [
      { path: purpose, by: 9 },
      { path: ['who'], by: 12 },
    ],
  })
})

it('leaves of a state all erased its keys of rows and their order', () => {
  const left = stateOf(erased(whole, { which: () => true, by: 2 }, sha256))
  expect(left).toMatchObject({
    who: '',
    reason: '',
    after: { measures: [], purposes: [{ rowId: 'PA-0001.1' }, { rowId: 'PA-0001.2' }] },
  })
  expect(Object.keys(left.after ?? {})).toEqual(['measures', 'purposes'])
})

it('leaves the text alone where there is nothing to erase, and what was erased with whom erased it', () => {
  expect(erased(whole, { which: () => false, by: 9 }, sha256)).toBe(whole)
  expect(erased(whole, { which: [], by: 9 }, sha256)).toBe(whole)
  const once = erased(whole, { which: [purpose], by: 9 }, sha256)
  expect(erased(once, { which: [purpose], by: 12 }, sha256)).toBe(once)
  const more = stateOf(erased(once, { which: [purpose, ['who']], by: 12 }, sha256))
  expect(more.erased.map(({ by }) => by)).toEqual([9, 12])
})

it.each([
  [['after', 'purposes']],
  [['after']],
  [['after', 'measures']],
  [['after', 'absent']],
  [['after', 'purposes', 'PA-0001.1', 'rowId']],
])('refuses to erase at %j', (path) => {
  expect(() => erased(whole, { which: [path], by: 9 }, sha256)).toThrow(JSON.stringify(path))
})

it('refuses to erase by no entry', () => {
  for (const by of [0, -1, 1.5, Number.NaN])
    expect(() => erased(whole, { which: [purpose], by }, sha256)).toThrow('names its entry')
})

it('keeps the root whatever is erased from whatever state, in whatever steps', () => {
  fc.assert(
    fc.property(anySaid, fc.infiniteStream(fc.boolean()), (any, coin) => {
      const text = stateText({ seed, ...any })
      const which = () => coin.next().value ?? false
      const once = erased(text, { which, by: 5 }, sha256)
      const twice = erased(once, { which, by: 6 }, sha256)
      expect(rootOf(once)).toBe(rootOf(text))
      expect(rootOf(twice)).toBe(rootOf(text))
      const gone = stateOf(twice).erased.length
      if (gone > 0)
        expect(keptOf(twice).salts.size + gone).toBe(leavesOf(keptOf(text), sha256).length)
    }),
  )
})

it('shows a value changed after erasure in the root', () => {
  const left = erased(whole, { which: [['who']], by: 9 }, sha256)
  for (const [one, other] of [
    ['Accounts', 'Account'],
    ['She moved', 'She stays'],
    ['"legalBasis":"f"', '"legalBasis":"a"'],
  ] as const)
    expect(rootOf(left.replace(one, other))).not.toBe(rootOf(whole))
  expect(rootOf(left.replace(',9]', ',8]')), said.who).toBe(rootOf(whole))
})
