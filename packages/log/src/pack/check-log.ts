import { fromBase64, hex } from '../bytes.ts'
import { type Entry, leafHashOf } from '../entry.ts'
import { erasuresTold } from '../erasures-told.ts'
import type { Hash } from '../tree.ts'
import { type Fault, type Head, type Verdict, verifierWith } from '../verifier.ts'
import { linesOf } from './lines.ts'
import type { Manifest } from './manifest.ts'
import { type Reading, readListed } from './read-file.ts'

export const logFiles = {
  entries: 'log/entries.ndjson',
  states: 'log/states.ndjson',
  later: 'log/later.ndjson',
  head: 'log/checkpoint',
  key: 'log/key.txt',
} as const

/** An entry of the period as `changes.csv` must tell it. */
export type Told = Pick<Entry, 'at' | 'verb' | 'about'> & { actorId: string; hash: string }

type Asked = {
  manifest: Manifest
  heads: readonly Head[]
  hash: Hash
  digestOf?: ((text: string) => string) | undefined
}

/**
 * Recomputes the tree of a pack from its entries, their states within the period, and the leaf hashes of later ones;
 * gives the entries of the period by their number.
 */
export async function checkLog(
  reading: Reading,
  { manifest, heads, hash, digestOf }: Asked,
): Promise<ReadonlyMap<number, Told>> {
  const { before, last } = manifest.log
  const verifier = verifierWith(hash, heads, digestOf)
  const erasures = erasuresTold()
  const told = new Map<number, Told>()
  const read = (name: string) => linesOf(readListed(reading, listed(manifest, name)))
  const states = read(logFiles.states)
  let seq = 0

  async function nextState(): Promise<string | undefined> {
    let state: string | undefined
    await whole(reading, logFiles.states, async () => {
      const next = await states.next()
      if (!next.done) state = next.value
    })
    return state
  }
  await whole(reading, logFiles.entries, async () => {
    for await (const leaf of read(logFiles.entries)) {
      seq += 1
      const isWithin = seq > before
      const state = isWithin ? await nextState() : undefined
      const entry = verifier.add(
        isWithin ? { seq, leaf, state } : { seq, leaf, state: null, untold: true },
      )
      if (!entry || !isWithin) continue
      const { at, verb, about, actor } = entry
      told.set(seq, { at, verb, about, actorId: actor.id, hash: hex(leafHashOf(leaf, hash)) })
      erasures.see({ seq, verb, state: state ?? null })
    }
  })
  if ((await nextState()) !== undefined)
    reading.fault({ check: 'log', file: logFiles.states, what: 'states-long', seq: last })
  await whole(reading, logFiles.states, async () => {
    for await (const _ of states);
  })
  if (seq !== last)
    reading.fault({
      check: 'log',
      file: logFiles.entries,
      what: seq < last ? 'entries-short' : 'entries-long',
      seq: Math.min(seq, last) + 1,
      detail: `${last} ${seq}`,
    })
  await whole(reading, logFiles.later, async () => {
    for await (const line of read(logFiles.later)) {
      seq += 1
      const later = laterIn(line)
      if ('hash' in later) verifier.addHash(seq, later.hash)
      else {
        const entry = verifier.add({ seq, ...later })
        erasures.see({ seq, verb: entry?.verb ?? '', state: later.state })
      }
    }
  })
  const faults = [...verifier.finish().faults, ...erasures.faults()]
  for (const fault of faults) tell(reading, fault, before)
  return told
}

function listed({ files }: Manifest, name: string) {
  const facts = files.find(({ file }) => file === name)
  return facts ?? { file: name, bytes: 0, sha256: '' }
}

async function whole({ fault }: Reading, file: string, read: () => Promise<void>) {
  try {
    await read()
  } catch (error) {
    const detail = error instanceof Error ? error.message : ''
    fault({ check: 'log', file, what: 'file-unreadable', detail })
  }
}

/** A later entry: the hash of its leaf alone, or an erasure whole, because earlier states name it. */
function laterIn(line: string): { hash: Uint8Array } | { leaf: string; state: string } {
  const value = JSON.parse(line) as { hash?: unknown; leaf?: unknown; state?: unknown }
  if (typeof value.hash === 'string') return { hash: fromBase64(value.hash, 32) }
  if (typeof value.leaf === 'string' && typeof value.state === 'string')
    return { leaf: value.leaf, state: value.state }
  throw new Error('A line is neither the hash of a leaf nor an erasure.')
}

const ofStates: ReadonlySet<Fault['what']> = new Set(['state-missing', 'state-altered'])

function tell(
  { fault }: Reading,
  { seq, what, detail }: Verdict['faults'][number],
  before: number,
) {
  const isOfEarlier = (what === 'rewritten' || what === 'cut-off') && detail !== logFiles.head
  const file = ofStates.has(what) && seq > before ? logFiles.states : logFiles.entries
  fault({ check: isOfEarlier ? 'earlier' : 'log', file, seq, what, detail })
}
