import { hash } from 'node:crypto'
import { peakSizes } from '@ropewalk/log/tree.ts'

// Hashes as texts of 32 characters: Node makes such a text in a third of the time that an array of bytes takes.
const digest = (bytes: string | Uint8Array): string => hash('sha256', bytes, 'latin1')

/** Writes the hash of a leaf (RFC 6962, 2.1) into 32 bytes. */
export function writeLeafHash(leaf: string, into: Buffer, at: number): void {
  into.write(digest(`\0${leaf}`), at, 32, 'latin1')
}

/** The roots of the perfect subtrees over leaf hashes of 32 bytes each, laid one behind the other: the largest first. */
export function peaksOf(leaves: Uint8Array): Uint8Array[] {
  let start = 0
  return peakSizes(leaves.length / 32).map((size) => {
    const subtree = Buffer.from(leaves.subarray(start, start + 32 * size))
    start += 32 * size
    return perfectRoot(subtree)
  })
}

const node = Buffer.alloc(65)
node[0] = 1

/** Works upon what it is given. */
function perfectRoot(hashes: Buffer): Uint8Array {
  for (let width = hashes.length; width > 32; width /= 2)
    for (let at = 0; at < width; at += 64) {
      hashes.copy(node, 1, at, at + 64)
      hashes.write(digest(node), at / 2, 32, 'latin1')
    }
  return Uint8Array.from(hashes.subarray(0, 32))
}
