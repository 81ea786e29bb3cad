import { expect, it } from 'vitest'
import { entryOf, entryText } from './entry.ts'
import { type Told, untoldOf } from './leaf-glance.ts'
import { entryAt } from './test-entries.ts'

const toldIn = (leaf: string): Told => {
  const { seq, at, actor, door, verb, record, about, to: version } = entryOf(leaf)
  return {
    seq,
    at,
    actorKind: actor.kind,
    actorId: actor.id,
    door,
    verb,
    record,
    about,
    version,
  }
}

const awkward = [
  {},
  { from: null, to: null },
  { from: 0, to: 9_007_199_254_740_991 },
  { about: '"]\\\u2028é\u{1f600}\u0000', record: 'session "root":"', door: ',"from":1', verb: '' },
  { actor: { kind: 'public', id: '' } },
]

it('says of a leaf what its columns do not', () => {
  for (const change of awkward) {
    const { leaf } = entryAt(7, change)
    const { from, root, state } = entryOf(leaf)
    expect(untoldOf(leaf, toldIn(leaf))).toEqual({ from, root, state })
  }
})

it('refuses a leaf with any one character changed, taken out or put in, unless only what no column says is another', () => {
  for (const change of awkward) {
    const { leaf } = entryAt(7, change)
    const told = toldIn(leaf)
    for (let at = 0; at < leaf.length; at += 1)
      for (const put of ['', '0', 'A', '"', `${leaf[at]}${leaf[at]}`]) {
        const other = leaf.slice(0, at) + put + leaf.slice(at + 1)
        if (other === leaf) continue
        const found = untoldOf(other, told)
        if (found) {
          expect(toldIn(other)).toEqual(told)
          expect(entryText({ ...entryOf(leaf), ...found })).toBe(other)
        } else expect(() => agrees(other, told)).toThrow()
      }
  }
})

it('refuses columns that say something else, or nothing that an entry can say', () => {
  const { leaf } = entryAt(7)
  const told = toldIn(leaf)
  for (const [column, value] of Object.entries(told))
    for (const other of [
      typeof value === 'number' ? value + 1 : `${value}x`,
      null,
      undefined,
      -1,
      {},
    ])
      expect(untoldOf(leaf, { ...told, [column]: other }), `${column} ${other}`).toBeUndefined()
  expect(untoldOf(leaf, { ...told, door: '\ud800' })).toBeUndefined()
})

function agrees(leaf: string, told: Told) {
  expect(toldIn(leaf)).toEqual(told)
}
