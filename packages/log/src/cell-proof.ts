import { fromBase64, toBase64 } from './bytes.ts'
import { canonicalText } from './canonical.ts'
import { hashCell, leavesOf } from './cells.ts'
import { keptOf } from './kept.ts'
import type { Path } from './places.ts'
import { verifyInclusion } from './proofs.ts'
import { type Hash, inclusionProof } from './tree.ts'

/** One value shown without the others, and what leads from it to the root of its entry. Plain JSON; bytes in base64. */
export type CellProof = {
  path: Path
  value: unknown
  salt: string
  /** Where its leaf stands among the cells of its state, and the hashes to the root (RFC 6962, 2.1.1). */
  proof: { index: number; size: number; hashes: readonly string[] }
}

/** Throws when the state has no value there, or has it no longer. */
export function proofOfCell(text: string, path: Path, hash: Hash): CellProof {
  const leaves = leavesOf(keptOf(text), hash)
  const key = canonicalText(path)
  const index = leaves.findIndex((leaf) => leaf.key === key)
  const found = leaves[index]
  if (!found) throw new Error(`The state has no value at ${key}.`)
  if (!found.cell) throw new Error(`The value at ${key} of the state was erased.`)
  const hashes = leaves.map(({ leafHash }) => leafHash)
  const steps = inclusionProof(hashes, index, hash).map(toBase64)
  const { value, salt } = found.cell
  return {
    path,
    value,
    salt: toBase64(salt),
    proof: { index, size: leaves.length, hashes: steps },
  }
}

/** Whether the value stands at its path in the state with this root (`root` of its entry). False on nonsense too. */
export function verifyCell(
  root: Uint8Array,
  { path, value, salt, proof }: CellProof,
  hash: Hash,
): boolean {
  try {
    const { index, size, hashes } = proof
    const cell = { key: canonicalText(path), value, salt: fromBase64(salt, 16) }
    const steps = hashes.map((each) => fromBase64(each, 32))
    return verifyInclusion(
      { leafHash: hashCell(cell, hash), index, size, proof: steps, root },
      hash,
    )
  } catch {
    return false
  }
}
