import { setImmediate } from 'node:timers/promises'
import type { Database } from '@ropewalk/db/database.ts'
import { leafHashOf } from '@ropewalk/log/entry.ts'
import type { Range } from '@ropewalk/log/ranges.ts'
import { rootOfLeaves } from '@ropewalk/log/tree.ts'
import { and, asc, gt, lte } from 'drizzle-orm'
import { sha256 } from './hash.ts'

/** Leaves of a subtree whose root is kept: 32 bytes for each 256 entries, so that a proof reads few of them. */
const block = 256

export type TreeHashes = {
  /** The root of a subtree of the log (RFC 6962), read from the stored leaves; the log must be that long. */
  rootOf(range: Range): Promise<Uint8Array>
}

export function treeHashesOf(database: Database): TreeHashes {
  const kept = new Map<number, Promise<Uint8Array>>()

  const keptBlock = (from: number): Promise<Uint8Array> => {
    const known = kept.get(from)
    if (known) return known
    const made = rootFrom(database, { from, to: from + block })
    kept.set(from, made)
    made.catch(() => kept.delete(from))
    return made
  }

  return {
    async rootOf({ from, to }) {
      const roots: Uint8Array[] = []
      let at = from
      for (; from % block === 0 && at + block <= to; at += block) {
        roots.push(await keptBlock(at))
        if (roots.length % 16 === 0) await setImmediate()
      }
      if (at < to) roots.push(await rootFrom(database, { from: at, to }))
      return rootOfLeaves(roots, sha256)
    },
  }
}

function rootFrom({ reading, tables }: Database, { from, to }: Range): Promise<Uint8Array> {
  const { entries } = tables
  return reading(async (db) => {
    const rows = await db
      .select({ leaf: entries.leaf })
      .from(entries)
      .where(and(gt(entries.seq, from), lte(entries.seq, to)))
      .orderBy(asc(entries.seq))
    if (rows.length !== to - from) throw new Error(`The log has not all entries ${from} to ${to}.`)
    return rootOfLeaves(
      rows.map(({ leaf }) => leafHashOf(leaf, sha256)),
      sha256,
    )
  })
}
