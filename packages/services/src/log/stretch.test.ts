import { toBase64, utf8 } from '@ropewalk/log/bytes.ts'
import { rootOfState } from '@ropewalk/log/cells.ts'
import { type Entry, entryText } from '@ropewalk/log/entry.ts'
import { erased } from '@ropewalk/log/erasure.ts'
import { erasuresTold } from '@ropewalk/log/erasures-told.ts'
import { stateText } from '@ropewalk/log/state.ts'
import { type Head, verifierWith } from '@ropewalk/log/verifier.ts'
import { expect, it } from 'vitest'
import { digestOf, sha256 } from './hash.ts'
import { type Stretch, stretchOf } from './stretch.ts'
import { joining } from './stretches-joined.ts'

type Row = { entry: Entry; leaf: string; state: string | null; columns: Record<string, unknown> }
type Said = { after?: Record<string, unknown>; entry?: Partial<Entry> }

function rowAt(seq: number, { after = { name: `Name ${seq}` }, entry: change = {} }: Said): Row {
  const state = stateText({ seed: new Uint8Array(32).fill(seq), who: 'Ada', reason: '', after })
  const entry: Entry = {
    seq,
    at: '2026-11-25T08:00:00.000Z',
    actor: { kind: 'person', id: 'US-0001' },
    door: 'web',
    verb: 'parties.change',
    record: 'PT-0001',
    about: 'PT-0001',
    from: null,
    to: null,
    root: toBase64(rootOfState(state, sha256)),
    state: toBase64(sha256(utf8(state))),
    ...change,
  }
  const { at, actor, door, verb, record, about, to: version } = entry
  const columns = {
    at,
    actorKind: actor.kind,
    actorId: actor.id,
    door,
    verb,
    record,
    about,
    version,
  }
  return { entry, leaf: entryText(entry), state, columns }
}

const name = ['after', 'name']
const erasing = (seq: number, of: number) =>
  rowAt(seq, { after: { cells: [[of, name]] }, entry: { verb: 'history.erase', record: 'log' } })
const withoutName = (row: Row, by: number): Row => ({
  ...row,
  state: erased(row.state ?? '', { which: [name], by }, sha256),
})

function byOne(rows: readonly Row[], heads: readonly Head[]): string | undefined {
  const verifier = verifierWith(sha256, heads, digestOf)
  const told = erasuresTold()
  for (const { entry, leaf, state, columns } of rows) {
    verifier.add({ seq: entry.seq, leaf, state, columns })
    told.see({ seq: entry.seq, verb: String(columns.verb), state })
  }
  const { faults, root } = verifier.finish()
  return faults.length + told.faults().length === 0 ? toBase64(root) : undefined
}

type Cut = { length: number; heads?: readonly Head[] }
async function byStretches(rows: readonly Row[], { length, heads = [] }: Cut) {
  const reader = {
    close: async () => undefined,
    read: async (after: number, upTo: number) =>
      rows.slice(after, upTo).map(({ entry, leaf, state, columns: told }) => {
        const { at, actorKind, actorId, door, verb, record, about, version } = told
        const columns = [at, actorKind, actorId, door, verb, record, about, version]
        return [entry.seq, leaf, ...columns, state] as never
      }),
  }
  const whole = joining(heads)
  for (let from = 0; from < rows.length; from += length) {
    const to = Math.min(rows.length, from + length)
    const sizes = heads.map(({ size }) => size).filter((size) => size > from && size < to)
    const found: Stretch | undefined = await stretchOf(reader, { from, to, sizes })
    if (!found || !whole.take(structuredClone(found))) return undefined
  }
  const root = whole.finish()
  return root && toBase64(root)
}

const sound = (count: number): Row[] =>
  Array.from({ length: count }, (_, index) =>
    rowAt(index + 1, { entry: { from: index === 0 ? null : index, to: index + 1 } }),
  )

it('has the root of the whole, whatever its length and that of its stretches, and at every earlier head', async () => {
  for (const count of [0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 33]) {
    const rows = sound(count)
    const heads = rows.map((_, index): Head => {
      const { root } = verified(rows.slice(0, index + 1))
      return { size: index + 1, root, from: 'kept' }
    })
    const root = byOne(rows, heads)
    expect(root).toBeDefined()
    for (const length of [1, 2, 4, 8, 64])
      expect(await byStretches(rows, { length, heads }), `${count} by ${length}`).toBe(root)
    for (const head of heads) {
      const forged = { ...head, root: new Uint8Array(32) }
      expect(await byStretches(rows, { length: 4, heads: [forged] })).toBeUndefined()
    }
    const longer = { size: count + 1, root: new Uint8Array(32), from: 'kept' }
    expect(await byStretches(rows, { length: 4, heads: [longer] })).toBeUndefined()
  }
})

function verified(rows: readonly Row[]) {
  const verifier = verifierWith(sha256)
  for (const { entry, leaf, state } of rows) verifier.add({ seq: entry.seq, leaf, state })
  return verifier.finish()
}

/** Ways to change one entry, all of which the verifier of the whole names. */
const attacks: Record<string, (row: Row) => Row> = {
  'a leaf': (row) => ({ ...row, leaf: row.leaf.replace('"web"', '"job"') }),
  'a root in a leaf': (row) => ({ ...row, leaf: row.leaf.replace('"root":"', '"root":"/') }),
  'a state': (row) => ({ ...row, state: (row.state ?? '').replace('Name', 'Mane') }),
  'a state that is gone': (row) => ({ ...row, state: null }),
  'a column': (row) => ({ ...row, columns: { ...row.columns, actorId: 'US-0002' } }),
  'a version': (row) =>
    rowAt(row.entry.seq, { entry: { from: row.entry.seq + 1, to: row.entry.seq } }),
  'a value that nobody erased': (row) => withoutName(row, row.entry.seq + 1),
  'a value erased by one before': (row) => withoutName(row, row.entry.seq - 1),
}

it('does not take a log with anything changed for sound, on either side of a boundary', async () => {
  for (const [what, attack] of Object.entries(attacks))
    for (const at of [2, 4, 5, 8, 9, 10]) {
      const rows = sound(10).map((row) => (row.entry.seq === at ? attack(row) : row))
      expect(byOne(rows, []), `${what} at ${at}`).toBeUndefined()
      expect(await byStretches(rows, { length: 4 }), `${what} at ${at}`).toBeUndefined()
    }
})

it('takes what an erasure says that it took, in another stretch too, and nothing else', async () => {
  const rows = [...sound(9), erasing(10, 3)]
  const gone = (...seqs: number[]) =>
    rows.map((row) => (seqs.includes(row.entry.seq) ? withoutName(row, 10) : row))
  for (const length of [1, 2, 4, 16]) {
    expect(await byStretches(gone(3), { length })).toBe(byOne(gone(3), []))
    expect(await byStretches(gone(3, 4), { length })).toBeUndefined()
    expect(await byStretches(gone(3).slice(0, 9), { length })).toBeUndefined()
  }
  expect(byOne(gone(3), [])).toBeDefined()
})

it('says of any ways of versions what the verifier of the whole says', async () => {
  let random = 1
  const below = (most: number) => {
    random = (random * 48_271) % 2_147_483_647
    return random % most
  }
  const outcomes = new Set<boolean>()
  for (let round = 0; round < 400; round += 1) {
    const rows = Array.from({ length: 1 + below(9) }, (_, index) => {
      const version = () => [null, 0, 1, 2][below(4)] ?? null
      const entry = { record: `PT-000${below(2)}`, from: version(), to: version() }
      return rowAt(index + 1, { entry })
    })
    const root = byOne(rows, [])
    outcomes.add(root === undefined)
    for (const length of [1, 2, 4]) expect(await byStretches(rows, { length })).toBe(root)
  }
  expect(outcomes.size).toBe(2)
})
