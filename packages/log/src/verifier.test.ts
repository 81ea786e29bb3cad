import { sha256 } from '@noble/hashes/sha2.js'
import { expect, it } from 'vitest'
import { toBase64, utf8 } from './bytes.ts'
import { erased, rootOfState, stateText } from './cells.ts'
import { type Entry, entryText } from './entry.ts'
import { type Head, type Stored, verifierWith } from './verifier.ts'

function entryAt(seq: number, change: Partial<Entry> = {}): Stored {
  const after = { id: 'PA-0001', name: `Name ${seq}`, version: seq }
  const seed = new Uint8Array(32).fill(seq)
  const state = stateText({ seed, who: 'Ada', reason: '', after })
  const leaf = entryText({
    seq,
    at: '2026-11-25T08:00:00.000Z',
    actor: { kind: 'person', id: 'US-0001' },
    door: 'web',
    verb: 'activities.change',
    record: 'PA-0001',
    about: 'PA-0001',
    from: seq === 1 ? null : seq - 1,
    to: seq,
    root: toBase64(rootOfState(state, sha256)),
    state: toBase64(sha256(utf8(state))),
    ...change,
  })
  const columns = { at: '2026-11-25T08:00:00.000Z', actorId: 'US-0001', version: seq }
  return { seq, leaf, state, columns }
}
const log = [1, 2, 3, 4, 5].map((seq) => entryAt(seq))
const verified = (entries: readonly Stored[], heads: readonly Head[] = []) => {
  const verifier = verifierWith(sha256, heads)
  for (const entry of entries) verifier.add(entry)
  return verifier.finish()
}
const headAt = (size: number): Head => {
  const { root } = verified(log.slice(0, size))
  return { size, root, from: `head ${size}` }
}
const whats = (entries: readonly Stored[], heads: readonly Head[] = []) =>
  verified(entries, heads).faults.map(({ seq, what }) => `${seq} ${what}`)
const withOne = (seq: number, change: Partial<Stored>) =>
  log.map((entry) => (entry.seq === seq ? { ...entry, ...change } : entry))

it('finds nothing in a whole log, whatever earlier head is held against it', () => {
  expect(verified(log, [headAt(0), headAt(3), headAt(5)]).faults).toEqual([])
})

it('names one changed byte of a leaf, a state, a column', () => {
  const third = log[2] as Stored
  const state = third.state?.replace('Name 3', 'Name 8')
  expect(whats(withOne(3, { state }))).toEqual(['3 state-altered'])
  expect(whats(withOne(3, { state: null }))).toEqual(['3 state-missing'])
  expect(whats(withOne(3, { columns: { at: '2026-11-24T08:00:00.000Z' } }))).toEqual([
    '3 column-differs',
  ])
  const leaf = third.leaf.replace('08:00', '09:00')
  expect(whats(withOne(3, { leaf, columns: {} }), [headAt(5)])).toEqual(['5 rewritten'])
  expect(whats(withOne(3, { leaf: `${third.leaf} ` }))).toContain('3 leaf-malformed')
})

it('names what was cut off, taken out, put in, swapped or rewritten', () => {
  expect(whats(log.slice(0, 3), [headAt(5)])).toEqual(['5 cut-off'])
  expect(whats(log.slice(0, 3))).toEqual([])
  expect(whats([...log.slice(0, 2), ...log.slice(3)])).toContain('3 seq-gap')
  expect(whats([...log.slice(0, 2), entryAt(3), ...log.slice(2)])).toContain('4 seq-gap')
  const [one, two, three, four, five] = log as [Stored, Stored, Stored, Stored, Stored]
  expect(whats([one, three, two, four, five])).toContain('2 seq-gap')
  const rewritten = [1, 2, 3, 4, 5].map((seq) => entryAt(seq, { verb: 'activities.create' }))
  expect(whats(rewritten, [headAt(4)])).toEqual(['4 rewritten'])
})

it('takes a value erased by an entry that says so, and no other', () => {
  const left = (by: number) =>
    erased(log[1]?.state ?? '', { which: ([, key]) => key === 'name', by }, sha256)
  const erasing = entryAt(6, { verb: 'history.erase', record: 'erasure', from: null })
  expect(whats([...withOne(2, { state: left(6) }), erasing])).toEqual([])
  expect(whats(withOne(2, { state: left(6) }))).toEqual(['2 erasure-unknown'])
  expect(whats([...withOne(2, { state: left(4) }), erasing])).toEqual(['2 erasure-unknown'])
  const forged = left(6).replace('"version":2', '"version":3')
  expect(whats([...withOne(2, { state: forged }), erasing])).toEqual(['2 state-altered'])
})

it('names a version that does not follow', () => {
  expect(whats([...log.slice(0, 4), entryAt(5, { from: 7 })])).toEqual(['5 version-jump'])
})
