import { sha256 } from '@noble/hashes/sha2.js'
import { expect, it } from 'vitest'
import { toBase64 } from './bytes.ts'
import { leafHashOf } from './entry.ts'
import { erased } from './erasure.ts'
import { entryAt } from './test-entries.ts'
import { rootOfLeaves } from './tree.ts'
import { type Head, type Stored, verifierWith } from './verifier.ts'

const log = [1, 2, 3, 4, 5].map((seq) => entryAt(seq))
const [one, two, three, four, five] = log as [Stored, Stored, Stored, Stored, Stored]
const verified = (entries: readonly Stored[], heads: readonly Head[] = []) => {
  const verifier = verifierWith(sha256, heads)
  for (const entry of entries) verifier.add(entry)
  return verifier.finish()
}
const headAt = (size: number): Head => {
  const leaves = log.slice(0, size).map(({ leaf }) => leafHashOf(leaf, sha256))
  return { size, root: rootOfLeaves(leaves, sha256), from: `head ${size}` }
}
const told = (entries: readonly Stored[], heads: readonly Head[] = []) =>
  verified(entries, heads).faults.map(({ seq, what, detail }) => `${seq} ${what}: ${detail}`)
const withOne = (seq: number, change: Partial<Stored>) =>
  log.map((entry) => (entry.seq === seq ? { ...entry, ...change } : entry))

it('finds nothing in a whole log, whatever earlier head is held against it', () => {
  const { size, root, frontier, faults } = verified(log, [0, 1, 2, 3, 4, 5].map(headAt))
  expect({ size, root: toBase64(root), faults }).toEqual({
    size: 5,
    root: toBase64(headAt(5).root),
    faults: [],
  })
  expect(frontier).toMatchObject({ size: 5, peaks: { length: 2 } })
})

it('gives each entry as its leaf says it', () => {
  const verifier = verifierWith(sha256)
  expect(verifier.add(one)).toMatchObject({ seq: 1, verb: 'activities.change' })
  expect(verifier.add({ ...two, leaf: 'x' })).toBeUndefined()
})

it('names a changed byte of a leaf', () => {
  const leaf = three.leaf.replace('T08:00', 'T09:00')
  expect(told(withOne(3, { leaf }), [headAt(2), headAt(5)])).toEqual([
    '3 column-differs: at',
    '5 rewritten: head 5',
  ])
  expect(told(withOne(3, { leaf: `${three.leaf} ` }), [headAt(3)])).toEqual([
    '3 rewritten: head 3',
    '3 leaf-malformed: The entry has other keys or is not canonical JSON (RFC 8785).',
  ])
})

it('names a state that is not what was kept', () => {
  const other = three.state?.replace('Name 3', 'Name 8')
  for (const state of [other, '', '{}', `${three.state} `, four.state])
    expect(told(withOne(3, { state }))).toEqual(['3 state-altered: PA-0001'])
  for (const state of [null, undefined])
    expect(told(withOne(3, { state }))).toEqual(['3 state-missing: PA-0001'])
})

it.each([
  ['at', '2026-11-24T08:00:00.000Z'],
  ['door', 'cli'],
  ['verb', 'activities.create'],
  ['record', 'PA-0002'],
  ['about', null],
  ['version', 4],
  ['actorKind', 'token'],
  ['actorId', 'US-0002'],
])('names a column %s that is not what the leaf says', (column, value) => {
  const columns = { ...three.columns, [column]: value }
  expect(told(withOne(3, { columns }))).toEqual([`3 column-differs: ${column}`])
})

it('names what was cut off, also all of it', () => {
  expect(told([one, two, three], [headAt(3), headAt(5)])).toEqual(['5 cut-off: 3'])
  expect(told([], [headAt(0), headAt(5)])).toEqual(['5 cut-off: 0'])
  expect(told([one, two, three])).toEqual([])
})

it('names what was taken out, put in or swapped', () => {
  expect(told([one, two, four, five], [headAt(4)])).toEqual([
    '3 seq-gap: 4',
    '4 version-jump: PA-0001 2 3',
    '4 rewritten: head 4',
  ])
  expect(told([two, three])).toEqual(['1 seq-gap: 2'])
  expect(told([one, two, three, three])).toEqual(['4 seq-gap: 3', '3 version-jump: PA-0001 3 2'])
  const swapped = told([one, three, two, four])
  expect(swapped).toContain('2 seq-gap: 3')
  expect(swapped).toContain('4 seq-gap: 2')
  expect(told([one, { ...two, seq: 3 }])).toEqual(['2 seq-gap: 3', '3 seq-gap: 2'])
})

it('names a log that was rewritten from some entry on', () => {
  const rewritten = log.map(({ seq }) => (seq < 4 ? entryAt(seq) : entryAt(seq, { door: 'cli' })))
  expect(told(rewritten, [headAt(3), headAt(4), headAt(5)])).toEqual([
    '4 rewritten: head 4',
    '5 rewritten: head 5',
  ])
})

const left = (by: number, text = two.state ?? '') =>
  erased(text, { which: [['after', 'name']], by }, sha256)
const erasing = (seq: number) => entryAt(seq, { verb: 'history.erase', record: 'x', from: null })

it('takes what erasure left, by later entries that say so', () => {
  expect(told([...withOne(2, { state: left(6) }), erasing(6)])).toEqual([])
  const twice = erased(left(6), { which: [['who']], by: 7 }, sha256)
  expect(told([...withOne(2, { state: twice }), erasing(6), erasing(7)])).toEqual([])
  expect(told([...withOne(2, { state: twice }), erasing(6)])).toEqual(['2 erasure-unknown: 7'])
  expect(told([...withOne(2, { state: twice }), entryAt(6), erasing(7)])).toEqual([
    '2 erasure-unknown: 6',
  ])
})

it('takes no erasure by an entry that is not there, erased nothing or came before', () => {
  expect(told(withOne(2, { state: left(6) }))).toEqual(['2 erasure-unknown: 6'])
  expect(told(withOne(2, { state: left(4) }))).toEqual(['2 erasure-unknown: 4'])
  expect(told([erasing(1), entryAt(2, { state: 'A'.repeat(43).concat('=') })])).toEqual([
    '2 state-altered: PA-0001',
  ])
  expect(told([erasing(1), { ...two, state: left(1) }])).toEqual(['2 erasure-unknown: 1'])
  expect(told([one, { ...two, state: left(2) }])).toEqual(['2 erasure-unknown: 2'])
})

it('takes nothing changed under the cover of an erasure', () => {
  const forged = left(6).replace('"version":2', '"version":3')
  expect(forged).not.toBe(left(6))
  expect(told([...withOne(2, { state: forged }), erasing(6)])).toEqual(['2 state-altered: PA-0001'])
  const reseeded = three.state?.replace('Name 3', 'Name 2')
  expect(told([...withOne(2, { state: reseeded }), erasing(6)])).toEqual([
    '2 state-altered: PA-0001',
  ])
})

it('names a version that does not follow, and no more than that one', () => {
  const jump = [one, two, entryAt(3, { from: 7, to: 8 }), entryAt(4, { from: 8, to: 9 })]
  expect(told(jump)).toEqual(['3 version-jump: PA-0001 2 7'])
})

it('follows versions record by record, past entries without one, until it is gone', () => {
  const entries = [
    one,
    entryAt(2, { record: 'PA-0002', from: null, to: 1 }),
    entryAt(3, { from: null, to: null }),
    entryAt(4, { from: 1, to: null }),
    entryAt(5, { from: 9, to: 10 }),
    entryAt(6, { record: 'PA-0002', from: 2, to: 3 }),
  ]
  expect(told(entries)).toEqual(['6 version-jump: PA-0002 1 2'])
})
