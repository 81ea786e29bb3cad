import { sha256 } from '@noble/hashes/sha2.js'
import { toBase64, utf8 } from './bytes.ts'
import { rootOfState } from './cells.ts'
import { type Entry, entryText } from './entry.ts'
import { stateText } from './state.ts'
import type { Stored } from './verifier.ts'

export function entryAt(seq: number, change: Partial<Entry> = {}): Stored {
  const after = { id: 'PA-0001', name: `Name ${seq}`, version: seq }
  const seed = new Uint8Array(32).fill(seq)
  const state = stateText({ seed, who: 'Ada', reason: '', after })
  const entry: Entry = {
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
  }
  const { actor, at, door, verb, record, about, to } = entry
  const columns = { at, door, verb, record, about, version: to }
  return {
    seq,
    leaf: entryText(entry),
    state,
    columns: { ...columns, actorKind: actor.kind, actorId: actor.id },
  }
}
