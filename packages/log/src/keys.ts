import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { fromBase64, hex, joined, same, toBase64, utf8 } from './bytes.ts'

/** A secret Ed25519 key (the 32 bytes of RFC 8032, 5.1.5) with the name that it signs under. */
export type SigningKey = { name: string; secret: Uint8Array }
/** A public key with the name that it signs under. */
export type VerifierKey = { name: string; publicKey: Uint8Array }

const ed25519Type = Uint8Array.of(0x01)

export const publicKeyOf = ({ name, secret }: SigningKey): VerifierKey => ({
  name,
  publicKey: ed25519.getPublicKey(secret),
})

/** The key as it is published: `name+id+key` (golang.org/x/mod/sumdb/note, whose format C2SP signed-note describes). */
export function verifierText(key: VerifierKey): string {
  if (!isKeyName(key.name)) throw new Error('The name of a key has no spaces and no plus.')
  return `${key.name}+${hex(keyId(key))}+${toBase64(joined(ed25519Type, key.publicKey))}`
}

/** Reads a published Ed25519 key, a newline at its end allowed. Throws on anything else. */
export function verifierOf(text: string): VerifierKey {
  const [, name = '', id = '', encoded = ''] =
    /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)\n?$/.exec(text) ?? []
  if (!isKeyName(name)) throw new Error('This is not a public key: name+id+key.')
  const bytes = fromBase64(encoded, 33)
  const key = { name, publicKey: bytes.slice(1) }
  if (bytes[0] !== ed25519Type[0]) throw new Error('This public key is not one of Ed25519.')
  if (hex(keyId(key)) !== id) throw new Error('The id of this public key is not its own.')
  if (!ed25519.utils.isValidPublicKey(key.publicKey, false))
    throw new Error('This public key is no point of the curve.')
  return key
}

/** SHA-256 of the 32 bytes of a public key, in hex in groups of four, to be read aloud and compared. */
export const fingerprintOf = ({ publicKey }: VerifierKey): string =>
  (hex(sha256(publicKey)).match(/.{4}/g) ?? []).join(' ')

export const isSameKey = (one: VerifierKey, other: VerifierKey): boolean =>
  one.name === other.name && same(one.publicKey, other.publicKey)

/** The first four bytes of `SHA-256(name || 0x0A || 0x01 || public key)` (C2SP signed-note). */
export const keyId = ({ name, publicKey }: VerifierKey): Uint8Array =>
  sha256(joined(utf8(`${name}\n`), ed25519Type, publicKey)).slice(0, 4)

/** Not empty, no Unicode spaces, no control characters, no plus (C2SP signed-note). */
export const isKeyName = (name: string): boolean =>
  /^[^\p{White_Space}\p{Cc}+]+$/u.test(name) && name.isWellFormed()
