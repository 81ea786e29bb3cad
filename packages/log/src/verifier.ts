import { same, toBase64, utf8 } from './bytes.ts'
import { rootOfState, stateOf } from './cells.ts'
import { type Entry, entryOf, leafHashOf } from './entry.ts'
import { append, emptyFrontier, type Frontier, type Hash, rootOf } from './tree.ts'

/** What is wrong with a log, and at which entry. */
export type Fault = {
  seq: number
  what:
    | 'leaf-malformed'
    | 'seq-gap'
    | 'column-differs'
    | 'state-missing'
    | 'state-altered'
    | 'erasure-unknown'
    | 'version-jump'
    | 'cut-off'
    | 'rewritten'
  detail: string
}

/** An entry as it was stored: its leaf, the state beside it, and what other columns say of it. */
export type Stored = {
  seq: number
  leaf: string
  state: string | null | undefined
  columns?: Readonly<Partial<Record<keyof Entry | 'actorKind' | 'actorId' | 'version', unknown>>>
}

/** An earlier head that the log must still contain: of `size` entries, with this root. */
export type Head = { size: number; root: Uint8Array; from: string }

/** Recomputes a log from its stored bytes, entry by entry, and says what does not agree. */
export function verifierWith(hash: Hash, heads: readonly Head[] = []) {
  const faults: Fault[] = []
  const versions = new Map<string, number>()
  const erasures = new Map<number, number>()
  const erasing = new Set<number>()
  const wanted = Map.groupBy(heads, (head) => head.size)
  let frontier: Frontier = emptyFrontier
  const fault = (seq: number, what: Fault['what'], detail: string) =>
    faults.push({ seq, what, detail })
  compare()

  function compare() {
    const root = wanted.has(frontier.size) ? rootOf(frontier, hash) : undefined
    for (const head of wanted.get(frontier.size) ?? [])
      if (root && !same(root, head.root)) fault(head.size, 'rewritten', head.from)
  }

  function add(stored: Stored): Entry | undefined {
    const seq = frontier.size + 1
    if (stored.seq !== seq) fault(seq, 'seq-gap', String(stored.seq))
    frontier = append(frontier, leafHashOf(stored.leaf, hash), hash)
    compare()
    const entry = read(stored)
    if (!entry) return undefined
    if (entry.seq !== stored.seq) fault(stored.seq, 'seq-gap', String(entry.seq))
    for (const [column, value] of Object.entries(stored.columns ?? {}))
      if (value !== columnOf(entry, column)) fault(stored.seq, 'column-differs', column)
    follow(entry, stored.seq)
    if (entry.verb === 'history.erase') erasing.add(stored.seq)
    checkState(stored, entry)
    return entry
  }

  function read({ seq, leaf }: Stored): Entry | undefined {
    try {
      return entryOf(leaf)
    } catch {
      fault(seq, 'leaf-malformed', '')
      return undefined
    }
  }

  function follow({ record, from, to }: Entry, seq: number) {
    const before = versions.get(record)
    if (before !== undefined && from !== null && from !== before)
      fault(seq, 'version-jump', `${record} ${before} ${from}`)
    if (to !== null) versions.set(record, to)
  }

  function checkState({ seq, state }: Stored, entry: Entry) {
    if (state === null || state === undefined) {
      fault(seq, 'state-missing', entry.record)
      return
    }
    if (toBase64(hash(utf8(state))) === entry.state) return
    try {
      const { erased } = stateOf(state)
      if (erased.length === 0 || toBase64(rootOfState(state, hash)) !== entry.root)
        fault(seq, 'state-altered', entry.record)
      else for (const { by } of erased) erasures.set(seq, by)
    } catch {
      fault(seq, 'state-altered', entry.record)
    }
  }

  /** After the last entry: the faults that only the whole shows, with all the others. */
  function finish(): { size: number; root: Uint8Array; faults: readonly Fault[] } {
    for (const [seq, by] of erasures)
      if (by <= seq || !erasing.has(by)) fault(seq, 'erasure-unknown', String(by))
    for (const { size, from } of heads)
      if (size > frontier.size) fault(size, 'cut-off', `${from} ${frontier.size}`)
    return { size: frontier.size, root: rootOf(frontier, hash), faults }
  }
  return { add, finish }
}

function columnOf(entry: Entry, column: string): unknown {
  if (column === 'actorKind') return entry.actor.kind
  if (column === 'actorId') return entry.actor.id
  if (column === 'version') return entry.to
  return entry[column as keyof Entry]
}
