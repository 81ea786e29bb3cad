import type { EntryReader, StoredEntry } from '@ropewalk/db/stored-entries.ts'
import { toBase64 } from '@ropewalk/log/bytes.ts'
import { rootOfKept } from '@ropewalk/log/cells.ts'
import { type ErasuresSeen, erasuresTold } from '@ropewalk/log/erasures-told.ts'
import { keptOf } from '@ropewalk/log/kept.ts'
import { type Untold, untoldOf } from '@ropewalk/log/leaf-glance.ts'
import type { Range } from '@ropewalk/log/ranges.ts'
import { type Followed, following } from './followed-versions.ts'
import { digestOf, sha256 } from './hash.ts'
import { peaksOf, writeLeafHash } from './subtree-hashes.ts'

/** A stretch of the log to recompute: `from` is a multiple of a power of two that it is no longer than. */
export type AskedStretch = Range & {
  /** Of the earlier heads that lie in it. */ sizes: readonly number[]
}

/** What a stretch in which all agrees gives to the whole. Plain data, for another thread. */
export type Stretch = {
  /** The peaks of its leaves up to each size asked for, and of all of them. */
  peaks: readonly { upTo: number; roots: readonly Uint8Array[] }[]
  versions: Followed
  erasures: ErasuresSeen
  /** Entries that erase, and pairs of an entry with one that is to have erased values of it. */
  erasing: readonly number[]
  awaited: readonly (readonly [by: number, seq: number])[]
}

// Texts of so many live no longer than the youngest generation of objects.
const batch = 200

/** Recomputes a stretch from its stored bytes; undefined when anything in it does not agree: another names what. */
export async function stretchOf(
  reader: EntryReader,
  { from, to, sizes }: AskedStretch,
): Promise<Stretch | undefined> {
  const leaves = Buffer.alloc(32 * (to - from))
  const versions = following()
  const erasures = erasuresTold()
  const erasing: number[] = []
  const awaited: [number, number][] = []
  let at = from
  while (at < to) {
    const rows = await reader.read(at, Math.min(to, at + batch))
    if (rows.length === 0) return undefined
    for (const row of rows) if (!sees(row)) return undefined
  }
  const peaks = [...sizes, to].map((upTo) => ({
    upTo,
    roots: peaksOf(leaves.subarray(0, 32 * (upTo - from))),
  }))
  return { peaks, versions: versions.all(), erasures: erasures.seen(), erasing, awaited }

  function sees(row: StoredEntry): boolean {
    const [seq, leaf, told, actorKind, actorId, door, verb, record, about, version, value] = row
    if (seq !== at + 1 || typeof value !== 'string') return false
    const columns = { seq, at: told, actorKind, actorId, door, verb, record, about, version }
    const untold = untoldOf(leaf, columns)
    if (!untold) return false
    if (digestOf(value) !== untold.state) {
      const by = erasedFrom(value, untold)
      if (!by) return false
      for (const each of by) awaited.push([each, seq])
    }
    if (!versions.follow(record, untold.from, version)) return false
    if (verb === 'history.erase') erasing.push(seq)
    erasures.see({ seq, verb, state: value })
    writeLeafHash(leaf, leaves, 32 * (at - from))
    at = seq
    return true
  }
}

/** The entries that erased values of a state; undefined when it is not what erasure left of the entry's. */
function erasedFrom(value: string, { root }: Untold): readonly number[] | undefined {
  try {
    const kept = keptOf(value)
    if (kept.seed || toBase64(rootOfKept(kept, sha256)) !== root) return undefined
    return [...new Set(kept.erased.map(({ by }) => by))]
  } catch {
    return undefined
  }
}
