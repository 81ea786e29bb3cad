import { hash } from 'node:crypto'

/** SHA-256 by Node itself, several times as quick as in script. */
export function sha256(bytes: Uint8Array): Uint8Array {
  // By way of a text: an array that Node makes itself costs three times the hashing of a node.
  const text = hash('sha256', bytes, 'latin1')
  const made = new Uint8Array(32)
  for (let at = 0; at < 32; at += 1) made[at] = text.charCodeAt(at)
  return made
}
/** The hash of a leaf (RFC 6962, 2.1), hex. */
export const leafHexOf = (leaf: string): string => hexOf(`\0${leaf}`)
/** The same of a text, in base64: half the time of encoding it first. */
export const digestOf = (text: string): string => hash('sha256', text, 'base64')
/** The same in hex. */
export const hexOf = (text: string): string => hash('sha256', text, 'hex')
