import { ed25519 } from '@noble/curves/ed25519.js'
import { fromBase64, joined, same, toBase64, utf8 } from './bytes.ts'
import { isKeyName, keyId, publicKeyOf, type SigningKey, type VerifierKey } from './keys.ts'

/** A signed note read without trust (https://c2sp.org/signed-note): its text, and who it says signed it. */
export type Note = { text: string; signatures: readonly NoteSignature[] }
export type NoteSignature = { name: string; keyId: Uint8Array; signature: Uint8Array }

export const mostCharacters = 1_000_000
export const mostSignatures = 64

/** Text, blank line, one signature line: `— name base64(key id || Ed25519 signature)`. */
export function signedNote(text: string, key: SigningKey): string {
  const problem = problemOf(text)
  if (problem !== undefined) throw new Error(problem)
  if (!isKeyName(key.name)) throw new Error('The name of a key has no spaces and no plus.')
  const signature = ed25519.sign(utf8(text), key.secret)
  const id = keyId(publicKeyOf(key))
  return `${text}\n— ${key.name} ${toBase64(joined(id, signature))}\n`
}

/** Throws on what is no signed note, on more than 64 signatures and on more than a million characters. */
export function noteOf(note: string): Note {
  if (note.length > mostCharacters)
    throw new Error(`A note has at most ${mostCharacters} characters.`)
  const problem = problemOf(note)
  if (problem !== undefined) throw new Error(problem)
  const end = note.lastIndexOf('\n\n')
  const lines = note.slice(end + 2, -1).split('\n')
  if (end < 1 || lines[0] === '') throw new Error('The note has no signatures.')
  if (lines.length > mostSignatures)
    throw new Error(`A note has at most ${mostSignatures} signatures.`)
  return { text: note.slice(0, end + 1), signatures: lines.map(signatureOf) }
}

/**
 * Whether this key signed the note: every line of its name and id verifies (RFC 8032, strictly), and there is one.
 * Lines of other keys are ignored, as the specification asks. Throws on what is no note.
 */
export const isSignedBy = (note: string, key: VerifierKey): boolean => isSigned(noteOf(note), key)

export function isSigned({ text, signatures }: Note, key: VerifierKey): boolean {
  const id = keyId(key)
  const mine = signatures.filter((each) => each.name === key.name && same(each.keyId, id))
  return mine.length > 0 && mine.every(({ signature }) => verifies(signature, text, key))
}

function verifies(signature: Uint8Array, text: string, { publicKey }: VerifierKey): boolean {
  try {
    return ed25519.verify(signature, utf8(text), publicKey, { zip215: false })
  } catch {
    return false
  }
}

function signatureOf(line: string): NoteSignature {
  const [, name = '', encoded = ''] = /^— ([^ ]+) ([A-Za-z0-9+/=]+)$/u.exec(line) ?? []
  if (!isKeyName(name)) throw new Error('A signature line of the note is malformed.')
  const bytes = fromBase64(encoded)
  if (bytes.length < 5) throw new Error('A signature of the note is too short.')
  return { name, keyId: bytes.slice(0, 4), signature: bytes.slice(4) }
}

function problemOf(text: string): string | undefined {
  if (!text.isWellFormed()) return 'The note is not UTF-8.'
  if (text.length < 2 || !text.endsWith('\n')) return 'The note does not end in a newline.'
  for (const each of text)
    if (each < ' ' && each !== '\n') return 'The note has a control character.'
  return undefined
}
