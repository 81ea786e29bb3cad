import { fromBase64, same, toBase64, utf8 } from './bytes.ts'
import { rootOfState } from './cells.ts'
import { verifiedCheckpoint } from './checkpoint.ts'
import { type Entry, entryOf, leafHashOf } from './entry.ts'
import type { VerifierKey } from './keys.ts'
import { verifyInclusion } from './proofs.ts'
import type { Hash } from './tree.ts'

/** One entry shown without the others, and what leads from it to a signed head. Plain JSON; bytes in base64. */
export type EntryProof = {
  seq: number
  /** The exact bytes that were hashed, as text. */
  leaf: string
  /** The state kept beside it, as text; without what was erased from it since. */
  state: string
  /** Where the leaf stands in the tree, and the hashes to its root (RFC 6962, 2.1.1). */
  proof: { index: number; size: number; hashes: readonly string[] }
  /** The signed note (C2SP tlog-checkpoint). */
  checkpoint: string
}

/** The entry that is proved. Throws, naming what does not hold, unless a head signed by this key contains it. */
export function provedEntry(shown: EntryProof, key: VerifierKey, hash: Hash): Entry {
  const { seq, leaf, state, proof, checkpoint } = shown
  const { size, root } = verifiedCheckpoint(checkpoint, key)
  const entry = entryOf(leaf)
  if (entry.seq !== seq || proof.index !== seq - 1 || proof.size !== size)
    throw new Error(`The proof is not of entry ${seq} in the log of its head.`)
  const steps = proof.hashes.map((each) => fromBase64(each, 32))
  const inclusion = {
    leafHash: leafHashOf(leaf, hash),
    index: proof.index,
    size,
    proof: steps,
    root,
  }
  if (!verifyInclusion(inclusion, hash)) throw new Error(`Entry ${seq} is not in the log.`)
  const isWhole = toBase64(hash(utf8(state))) === entry.state
  if (!isWhole && !same(rootOfState(state, hash), fromBase64(entry.root, 32)))
    throw new Error(`The state is not that of entry ${seq}.`)
  return entry
}
