import { fromBase64, toBase64 } from './bytes.ts'
import { isInstant } from './instant.ts'
import { isKeyName, type SigningKey, type VerifierKey } from './keys.ts'
import { isSigned, noteOf, signedNote } from './note.ts'

/** The head of the log at one moment (https://c2sp.org/tlog-checkpoint). */
export type Checkpoint = {
  /** Whose log: the name that its key signs under, such as `register.example/log`. */
  origin: string
  size: number
  root: Uint8Array
  /** ISO 8601, UTC, from the extension line `time …`; null without one. */
  time: string | null
}

/** Origin, size, root in base64, and the time as an extension line. Throws on what `checkpointOf` would not read back. */
export function bodyOf({ origin, size, root, time }: Checkpoint): string {
  if (!isKeyName(origin)) throw new Error('The origin of a log has no spaces and no plus.')
  if (!Number.isSafeInteger(size) || size < 0) throw new Error('A log has a size from 0.')
  if (root.length !== 32) throw new Error('The root of a log has 32 bytes.')
  if (time !== null && !isInstant(time)) throw new Error('The time of a head is an instant in UTC.')
  return `${origin}\n${size}\n${toBase64(root)}\n${time === null ? '' : `time ${time}\n`}`
}

/** The signed note of a checkpoint. Throws when the key's name is not its origin. */
export function signedCheckpoint(checkpoint: Checkpoint, key: SigningKey): string {
  if (key.name !== checkpoint.origin) throw new Error('A log signs under the name of its origin.')
  return signedNote(bodyOf(checkpoint), key)
}

/**
 * A checkpoint read without trust. Throws on what is no such note. Extension lines other than `time …` are opaque and
 * passed over, as the specification asks.
 */
export const checkpointOf = (note: string): Checkpoint => readFrom(noteOf(note).text)

/** A checkpoint that this key signed. Throws on what is no such note, is not signed by it or is of another origin. */
export function verifiedCheckpoint(note: string, key: VerifierKey): Checkpoint {
  const signed = noteOf(note)
  if (!isSigned(signed, key)) throw new Error(`The note is not signed by the key of ${key.name}.`)
  const checkpoint = readFrom(signed.text)
  if (checkpoint.origin !== key.name)
    throw new Error(`The note is of the log ${checkpoint.origin}, not of ${key.name}.`)
  return checkpoint
}

function readFrom(body: string): Checkpoint {
  const [origin = '', size = '', root = '', ...extensions] = body.slice(0, -1).split('\n')
  if (origin === '') throw new Error('The note has no origin.')
  if (!/^(?:0|[1-9]\d{0,15})$/.test(size) || !Number.isSafeInteger(Number(size)))
    throw new Error('The note has no size of a log.')
  if (extensions.includes('')) throw new Error('An extension line of the note is empty.')
  const times = extensions.filter((line) => line.startsWith('time ')).map((line) => line.slice(5))
  const [time = null] = times
  if (times.length > 1 || (time !== null && !isInstant(time)))
    throw new Error('The note has no valid time.')
  return { origin, size: Number(size), root: rootIn(root), time }
}

function rootIn(text: string): Uint8Array {
  try {
    return fromBase64(text, 32)
  } catch (error) {
    throw new Error('The note has no root of a log.', { cause: error })
  }
}
