import { toBase64 } from './bytes.ts'
import { canonicalText } from './canonical.ts'
import { type Leaf, leavesOf, order } from './cells.ts'
import { keptOf } from './kept.ts'
import { areRows, type Path, type Said } from './places.ts'
import type { Hash } from './tree.ts'

/**
 * What is left of a kept text, of either form, when entry `by` erases some of its values: canonical JSON `{after,
 * erased: [[path, leaf hash, by] …], reason, salts: {path text: salt}, who}`. The seed is gone, the rest has a salt
 * each, and its root stays as it was. Lists of row ids stay: they are nobody's data. A listed path that was erased
 * before stays erased by whom it was; one that never was, or cannot be erased, throws. Nothing to erase: the same text.
 */
export function erased(
  text: string,
  { which, by }: { which: ((path: Path) => boolean) | readonly Path[]; by: number },
  hash: Hash,
): string {
  if (!Number.isSafeInteger(by) || by < 1) throw new Error('An erasure names its entry.')
  const kept = keptOf(text)
  const leaves = leavesOf(kept, hash)
  const isAsked = typeof which === 'function' ? which : listed(which, leaves)
  const goes = leaves.filter(({ path, cell }) => cell?.isErasable && isAsked(path))
  if (goes.length === 0) return text
  const going = new Set(goes.map(({ key }) => key))
  const before = kept.erased.map(({ path, leafHash, by }) => ({ path, leafHash, by }))
  const gone = [...before, ...goes.map(({ path, leafHash }) => ({ path, leafHash, by }))]
  const salts = leaves.flatMap(({ key, cell }) =>
    cell && !going.has(key) ? [[key, toBase64(cell.salt)] as const] : [],
  )
  return canonicalText({
    after: kept.after && without(kept.after, going),
    erased: gone
      .map(({ path, leafHash, by }) => [path, toBase64(leafHash), by] as const)
      .sort(([one], [other]) => order(canonicalText(one), canonicalText(other))),
    reason: going.has(canonicalText(['reason'])) ? '' : kept.reason,
    salts: Object.fromEntries(salts),
    who: going.has(canonicalText(['who'])) ? '' : kept.who,
  })
}

function listed(paths: readonly Path[], leaves: readonly Leaf[]): (path: Path) => boolean {
  const asked = new Set(paths.map((path) => canonicalText(path)))
  const erasable = leaves.filter(({ cell }) => cell === undefined || cell.isErasable)
  const known = new Set(erasable.map(({ key }) => key))
  for (const key of asked)
    if (!known.has(key)) throw new Error(`The state has no value at ${key} to erase.`)
  return (path) => asked.has(canonicalText(path))
}

function without(after: NonNullable<Said['after']>, going: ReadonlySet<string>) {
  const stays = (path: Path) => !going.has(canonicalText(path))
  const kept = Object.entries(after).filter(([key]) => stays(['after', key]))
  return Object.fromEntries(
    kept.map(([key, value]) => [key, areRows(value) ? value.map((row) => rowOf(key, row)) : value]),
  )

  function rowOf(key: string, row: { readonly rowId: string }) {
    const cells = Object.entries(row).filter(([cell]) => stays(['after', key, row.rowId, cell]))
    return Object.fromEntries(cells)
  }
}
