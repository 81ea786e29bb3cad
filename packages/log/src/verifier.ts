import { same, toBase64, utf8 } from './bytes.ts'
import { rootOfKept } from './cells.ts'
import { type Entry, entryOf, leafHashOf } from './entry.ts'
import { keptOf } from './kept.ts'
import { append, emptyFrontier, type Frontier, type Hash, rootOf } from './tree.ts'

/**
 * What is wrong with a log, and at which entry; `detail` is data for a sentence:
 * `leaf-malformed` why · `seq-gap` the number that stands instead · `column-differs` the column · `state-missing`,
 * `state-altered` the record · `erasure-unknown` the entry named as erasing · `version-jump` record, version known,
 * version told · `cut-off` (the tree is shorter than an earlier head) its size · `rewritten` (another root at the size of
 * an earlier head) where that was kept.
 */
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

/**
 * An entry as it was stored: its number, its leaf, the state beside it, and what other columns say of it. `untold`: its
 * state was left out on purpose, so that nothing is missing.
 */
export type Stored = {
  seq: number
  leaf: string
  state: string | null | undefined
  untold?: true
  /** Copies to hold against the leaf; `version` is the version after. */
  columns?: Readonly<Partial<Record<keyof Entry | 'actorKind' | 'actorId' | 'version', unknown>>>
}

/** An earlier head that the log must still contain: of `size` entries, with this root; `from` says where it was kept. */
export type Head = { size: number; root: Uint8Array; from: string }

export type Verdict = {
  size: number
  root: Uint8Array
  frontier: Frontier
  faults: readonly Fault[]
}

/**
 * Recomputes a log from its stored bytes, entry by entry in order, and says what does not agree. `digestOf` is SHA-256
 * of a text in base64, for those who have a quicker one than `hash` of its bytes (Node: one third off the whole).
 */
export function verifierWith(
  hash: Hash,
  heads: readonly Head[] = [],
  digestOf: (text: string) => string = (text) => toBase64(hash(utf8(text))),
) {
  const faults: Fault[] = []
  const versions = new Map<string, number>()
  /** Entries yet to come that must be erasures, with those that name them. */
  const awaited = new Map<number, number[]>()
  const wanted = Map.groupBy(heads, (head) => head.size)
  let frontier: Frontier = emptyFrontier
  let next = 1
  const fault = (seq: number, what: Fault['what'], detail: string | number) =>
    faults.push({ seq, what, detail: String(detail) })
  compare()

  /** The entry as its leaf says it; undefined when that is none. */
  function add(stored: Stored): Entry | undefined {
    count(stored.seq)
    frontier = append(frontier, leafHashOf(stored.leaf, hash), hash)
    compare()
    const entry = read(stored)
    if (!entry) return undefined
    if (entry.seq !== stored.seq) fault(stored.seq, 'seq-gap', entry.seq)
    for (const column in stored.columns)
      if (stored.columns[column as Column] !== columnOf(entry, column as Column))
        fault(stored.seq, 'column-differs', column)
    follow(entry, stored.seq)
    if (entry.verb === 'history.erase') awaited.delete(entry.seq)
    if (!stored.untold) checkState(stored, entry)
    return entry
  }

  /** An entry of which only the hash of its leaf is known. */
  function addHash(seq: number, leafHash: Uint8Array) {
    count(seq)
    frontier = append(frontier, leafHash, hash)
    compare()
  }

  function count(seq: number) {
    if (seq !== next) fault(next, 'seq-gap', seq)
    next = Math.max(next, seq + 1)
  }

  function compare() {
    const here = wanted.get(frontier.size)
    if (!here) return
    const root = rootOf(frontier, hash)
    for (const head of here) if (!same(root, head.root)) fault(head.size, 'rewritten', head.from)
  }

  function read({ seq, leaf }: Stored): Entry | undefined {
    try {
      return entryOf(leaf)
    } catch (error) {
      fault(seq, 'leaf-malformed', error instanceof Error ? error.message : '')
      versions.clear()
      return undefined
    }
  }

  // An entry without versions leaves those of its record as they stand; one that cannot be read, none that are known.
  function follow({ record, from, to }: Entry, seq: number) {
    const before = versions.get(record)
    if (before !== undefined && from !== null && from !== before)
      fault(seq, 'version-jump', `${record} ${before} ${from}`)
    if (to !== null) versions.set(record, to)
    else if (from !== null) versions.delete(record)
  }

  function checkState({ seq, state }: Stored, entry: Entry) {
    if (state === null || state === undefined) fault(seq, 'state-missing', entry.record)
    else if (digestOf(state) !== entry.state) {
      const erasing = erasingOf(state, entry)
      if (!erasing) fault(seq, 'state-altered', entry.record)
      for (const by of erasing ?? [])
        if (by <= seq) fault(seq, 'erasure-unknown', by)
        else if (awaited.has(by)) awaited.get(by)?.push(seq)
        else awaited.set(by, [seq])
    }
  }

  /** The entries that erased values of this state; undefined when it is not what erasure left of the entry's. */
  function erasingOf(state: string, { root }: Entry): ReadonlySet<number> | undefined {
    try {
      const kept = keptOf(state)
      if (kept.seed || toBase64(rootOfKept(kept, hash)) !== root) return undefined
      return new Set(kept.erased.map(({ by }) => by))
    } catch {
      return undefined
    }
  }

  /** After the last entry: all faults, those that only the whole shows too. */
  function finish(): Verdict {
    for (const [by, seqs] of awaited) for (const seq of seqs) fault(seq, 'erasure-unknown', by)
    for (const { size } of heads) if (size > frontier.size) fault(size, 'cut-off', frontier.size)
    return { size: frontier.size, root: rootOf(frontier, hash), frontier, faults }
  }
  return { add, addHash, finish }
}

type Column = keyof NonNullable<Stored['columns']>

function columnOf(entry: Entry, column: Column): unknown {
  if (column === 'actorKind') return entry.actor.kind
  if (column === 'actorId') return entry.actor.id
  if (column === 'version') return entry.to
  return entry[column]
}
