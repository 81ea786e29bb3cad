import { same } from '@ropewalk/log/bytes.ts'
import { erasuresTold } from '@ropewalk/log/erasures-told.ts'
import {
  appendSubtree,
  emptyFrontier,
  type Frontier,
  peakSizes,
  rootOf,
} from '@ropewalk/log/tree.ts'
import type { Head } from '@ropewalk/log/verifier.ts'
import { followedOn } from './followed-versions.ts'
import { sha256 } from './hash.ts'
import type { Stretch } from './stretch.ts'

/** Puts a log together from its stretches, in their order, and holds it against earlier heads. */
export function joining(heads: readonly Head[]) {
  const wanted = Map.groupBy(heads, ({ size }) => size)
  const versions = followedOn()
  const erasures = erasuresTold()
  const erasing = new Set<number>()
  const awaited: Stretch['awaited'][number][] = []
  let frontier: Frontier = emptyFrontier
  let agrees = isAtHeads(frontier)

  /** Whether the root of so many entries is that of the heads of that size. */
  function isAtHeads(at: Frontier): boolean {
    const here = wanted.get(at.size)
    if (!here) return true
    const root = rootOf(at, sha256)
    return here.every((head) => same(root, head.root))
  }

  return {
    /** False: something does not agree. */
    take(stretch: Stretch): boolean {
      const before = frontier
      for (const { upTo, roots } of stretch.peaks) {
        frontier = grown(before, upTo, roots)
        agrees &&= isAtHeads(frontier)
      }
      agrees &&= versions.take(stretch.versions)
      erasures.take(stretch.erasures)
      for (const seq of stretch.erasing) erasing.add(seq)
      for (const each of stretch.awaited) awaited.push(each)
      return agrees
    },
    /** The root of the whole; undefined when something does not agree. */
    finish(): Uint8Array | undefined {
      const isErased = awaited.every(([by, seq]) => by > seq && erasing.has(by))
      const isLongEnough = heads.every(({ size }) => size <= frontier.size)
      return agrees && isErased && isLongEnough && erasures.faults().length === 0
        ? rootOf(frontier, sha256)
        : undefined
    },
  }
}

const grown = (before: Frontier, upTo: number, roots: readonly Uint8Array[]): Frontier =>
  peakSizes(upTo - before.size).reduce((frontier, leaves, place) => {
    const root = roots[place]
    if (!root) throw new Error('A stretch of the log lacks a subtree.')
    return appendSubtree(frontier, { leaves, root }, sha256)
  }, before)
