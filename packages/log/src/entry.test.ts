import { sha256 } from '@noble/hashes/sha2.js'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { toBase64, utf8 } from './bytes.ts'
import { canonicalText } from './canonical.ts'
import { actorKinds, type Entry, entryOf, entryText, leafHashOf } from './entry.ts'
import { hashLeaf } from './tree.ts'

const entry: Entry = {
  seq: 1,
  at: '2026-11-25T08:00:00.000Z',
  actor: { kind: 'person', id: 'US-0001' },
  door: 'web',
  verb: 'activities.change',
  record: 'PA-0001',
  about: 'PA-0001',
  from: 1,
  to: 2,
  root: toBase64(new Uint8Array(32).fill(1)),
  state: toBase64(new Uint8Array(32).fill(2)),
}
const leaf = entryText(entry)

const text = fc.string({ unit: 'binary' })
const version = fc.option(fc.nat())
const hash = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(toBase64)
const anyEntry = fc.record({
  seq: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  at: fc
    .date({ min: new Date(0), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  actor: fc.record({ kind: fc.constantFrom(...actorKinds), id: text }),
  door: text,
  verb: text,
  record: text,
  about: text,
  from: version,
  to: version,
  root: hash,
  state: hash,
})

it('is canonical JSON and reads back', () => {
  fc.assert(
    fc.property(anyEntry, (any) => {
      expect(entryText(any)).toBe(canonicalText(any))
      expect(entryOf(entryText(any))).toEqual(any)
    }),
  )
})

it('takes a time to the second, and the 29th of February in its years', () => {
  for (const at of ['2026-11-25T08:00:00Z', '2028-02-29T23:59:59.999Z'])
    expect(entryOf(entryText({ ...entry, at })).at).toBe(at)
})

const wrong: [string, Partial<Record<keyof Entry, unknown>>][] = [
  ...[0, -1, 1.5, '1', null, 2 ** 53].map((seq): [string, object] => ['seq', { seq }]),
  ...[
    '',
    '2026-11-25',
    '2026-02-29T00:00:00Z',
    '2026-11-31T00:00:00Z',
    '2026-11-25T08:00:00+01:00',
    '2026-11-25T24:00:00Z',
    ' 2026-11-25T08:00:00Z',
    null,
    1,
  ].map((at): [string, object] => ['at', { at }]),
  ...[null, 'US-0001', {}, { kind: 'robot', id: 'x' }, { kind: 'person', id: 1 }].map(
    (actor): [string, object] => ['actor', { actor }],
  ),
  ['door', { door: null }],
  ['verb', { verb: 1 }],
  ['record', { record: undefined }],
  ['about', { about: 'half a pair \ud800' }],
  ['from', { from: -1 }],
  ['from', { from: undefined }],
  ['to', { to: '2' }],
  ['root', { root: `${entry.root}=` }],
  ['root', { root: entry.root.replace('E=', 'F=') }],
  ['state', { state: '' }],
]

it.each(wrong)('refuses a wrong %s, by its name: %j', (name, change) => {
  const changed = { ...entry, ...change } as Entry
  expect(() => entryText(changed)).toThrow(name)
  expect(() => entryOf(JSON.stringify(changed))).toThrow(name)
})

it('refuses any other bytes that say the same', () => {
  for (const other of [
    `${leaf} `,
    leaf.replace(':1', ': 1'),
    leaf.replace('"seq":1', '"seq":1.0'),
    leaf.replace('web', '\\u0077eb'),
    leaf.replace('{"about"', '{"seq":2,"about"'),
    leaf.replace('{"about"', '{"a":2,"about"'),
    leaf.replace('"person"}', '"person","name":"Ada"}'),
    JSON.stringify(entry),
  ]) {
    expect(other).not.toBe(leaf)
    expect(() => entryOf(other), other).toThrow('canonical')
  }
})

it('refuses what is no object', () => {
  for (const bad of ['', 'null', '1', '"x"', leaf.slice(1)])
    expect(() => entryOf(bad), bad).toThrow('JSON')
  expect(() => entryOf('[]')).toThrow()
})

it('hashes the bytes of a leaf, however long', () => {
  for (const length of [0, 1, 1365, 4094, 4095, 4096, 5000])
    for (const letter of ['x', 'é', '漢', '😀']) {
      const long = letter.repeat(length)
      expect(leafHashOf(long, sha256)).toEqual(hashLeaf(utf8(long), sha256))
    }
  expect(leafHashOf('short', sha256)).toEqual(hashLeaf(utf8('short'), sha256))
})
