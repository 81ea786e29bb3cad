import { splitOf } from './tree.ts'

/** Leaves from one, counted from 0, up to but without another: a subtree of the tree that they were asked of. */
export type Range = { readonly from: number; readonly to: number }

/** The subtrees whose roots lead from leaf `index` (from 0) to the root, the deepest first: what `inclusionProof` hashes. */
export function inclusionRanges(index: number, size: number): Range[] {
  if (!Number.isInteger(index) || index < 0 || index >= size)
    throw new Error(`A tree of ${size} leaves has no leaf ${index}.`)
  return ranges({ from: 0, to: size }, (split) => (index < split ? 'left' : 'right')).siblings
}

/** The subtrees whose roots show a tree of `from` leaves to begin one of `to`: what `consistencyProof` hashes. */
export function consistencyRanges(from: number, to: number): Range[] {
  if (!Number.isInteger(from) || from < 0 || from > to)
    throw new Error(`A tree of ${to} leaves never had ${from}.`)
  if (from === 0) return []
  const { last, siblings } = ranges({ from: 0, to }, (split, range) =>
    range.to === from ? 'here' : from <= split ? 'left' : 'right',
  )
  return last.from === 0 ? siblings : [last, ...siblings]
}

type Turn = (split: number, range: Range) => 'left' | 'right' | 'here'

/** Goes down from the whole tree; where it ends, and what lay beside the way, the deepest first. */
function ranges(whole: Range, turn: Turn): { last: Range; siblings: Range[] } {
  const siblings: Range[] = []
  let last = whole
  while (last.to - last.from > 1) {
    const split = last.from + splitOf(last.to - last.from)
    const way = turn(split, last)
    if (way === 'here') break
    const [left, right] = [
      { from: last.from, to: split },
      { from: split, to: last.to },
    ]
    siblings.unshift(way === 'left' ? right : left)
    last = way === 'left' ? left : right
  }
  return { last, siblings }
}
