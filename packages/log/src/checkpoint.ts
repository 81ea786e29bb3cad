import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { fromBase64, hex, same, toBase64, utf8 } from './bytes.ts'

/** The head of the log at one moment (C2SP tlog-checkpoint): whose log, how many entries, its root, and when. */
export type Checkpoint = {
  origin: string
  size: number
  root: Uint8Array
  /** ISO 8601, UTC, as the extension line `time …`. */
  time: string
}
export type SigningKey = { name: string; secret: Uint8Array }
/** A public key with the name that it signs under. */
export type VerifierKey = { name: string; publicKey: Uint8Array }

const ed25519Note = 0x01

/** The signed note (C2SP signed-note, Ed25519) of a checkpoint: text, blank line, signature line. */
export function signedCheckpoint(checkpoint: Checkpoint, { name, secret }: SigningKey): string {
  const body = bodyOf(checkpoint)
  const publicKey = ed25519.getPublicKey(secret)
  const signature = ed25519.sign(utf8(body), secret)
  const line = toBase64(Uint8Array.from([...keyId({ name, publicKey }), ...signature]))
  return `${body}\n— ${name} ${line}\n`
}

export const bodyOf = ({ origin, size, root, time }: Checkpoint): string =>
  `${origin}\n${size}\n${toBase64(root)}\ntime ${time}\n`

/** A note read without trust: what it says, and who it says signed it. Throws on what is no such note. */
export function checkpointOf(note: string): Checkpoint & { body: string; signatures: Signature[] } {
  const [, body, lines] = /^((?:[^\n]+\n)+)\n((?:— [^\n]+\n)+)$/u.exec(note) ?? []
  if (body === undefined || lines === undefined) throw new Error('This is not a signed note.')
  const [origin = '', size = '', root = '', ...extensions] = body.split('\n')
  const time = extensions.find((line) => line.startsWith('time '))?.slice(5) ?? ''
  if (!/^(0|[1-9]\d{0,15})$/.test(size)) throw new Error('The note has no size of a log.')
  const rootHash = fromBase64(root)
  if (rootHash.length !== 32) throw new Error('The note has no root of a log.')
  return {
    origin,
    size: Number(size),
    root: rootHash,
    time,
    body,
    signatures: lines.trimEnd().split('\n').map(signatureOf),
  }
}
type Signature = { name: string; keyId: string; signature: Uint8Array }

function signatureOf(line: string): Signature {
  const [, name = '', text = ''] = /^— (\S+) (\S+)$/u.exec(line) ?? []
  const bytes = fromBase64(text)
  if (name === '' || bytes.length < 5) throw new Error('A signature line of the note is malformed.')
  return { name, keyId: hex(bytes.slice(0, 4)), signature: bytes.slice(4) }
}

/** Whether this key signed the note. Throws on what is no note. */
export function isSignedBy(note: string, key: VerifierKey): boolean {
  const { body, signatures } = checkpointOf(note)
  const id = hex(keyId(key))
  const mine = signatures.filter(({ name, keyId }) => name === key.name && keyId === id)
  return mine.some(({ signature }) => {
    try {
      return ed25519.verify(signature, utf8(body), key.publicKey)
    } catch {
      return false
    }
  })
}

/** The key as it is published (C2SP signed-note): `name+id+key`. */
export const verifierText = (key: VerifierKey): string =>
  `${key.name}+${hex(keyId(key))}+${toBase64(Uint8Array.from([ed25519Note, ...key.publicKey]))}`

/** Throws on anything but a published Ed25519 key. */
export function verifierOf(text: string): VerifierKey {
  const [, name = '', id = '', encoded = ''] =
    /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? []
  const bytes = encoded === '' ? new Uint8Array() : fromBase64(encoded)
  const key = { name, publicKey: bytes.slice(1) }
  if (bytes.length !== 33 || bytes[0] !== ed25519Note || hex(keyId(key)) !== id)
    throw new Error('This is not the public key of a log.')
  return key
}

/** SHA-256 of a public key in groups of four, to be compared by people. */
export const fingerprintOf = ({ publicKey }: VerifierKey): string =>
  (hex(sha256(publicKey)).match(/.{4}/g) ?? []).join(' ')

export const publicKeyOf = ({ name, secret }: SigningKey): VerifierKey => ({
  name,
  publicKey: ed25519.getPublicKey(secret),
})

export const isSameKey = (one: VerifierKey, other: VerifierKey): boolean =>
  one.name === other.name && same(one.publicKey, other.publicKey)

const keyId = ({ name, publicKey }: VerifierKey): Uint8Array =>
  sha256(Uint8Array.from([...utf8(`${name}\n`), ed25519Note, ...publicKey])).slice(0, 4)
