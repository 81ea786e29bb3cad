import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'

const otherKey = both(
  'The secret of this installation was changed, so the second factor can no longer be read. Ask an administrator to reset it.',
  'Le secret de cette installation a été changé : le second facteur n’est plus lisible. Demandez à un administrateur de le réinitialiser.',
)

/** A key that comes from the secret of the installation, and the name by which it is told from others. */
export type SealingKey = { id: string; bytes: Buffer }

/** The key for the secrets of second factors, or for what waits in the outbox (HKDF, RFC 5869). */
export function sealingKey(
  secret: string | undefined,
  of: 'second factor' | 'mail' = 'second factor',
): SealingKey {
  if (secret === undefined) throw new Error('This context has no secret of the installation.')
  const bytes = Buffer.from(hkdfSync('sha256', secret, '', `ropewalk ${of} 1`, 32))
  return { id: createHash('sha256').update(bytes).digest('hex').slice(0, 8), bytes }
}

/** AES-256-GCM, bound to whose it is: `v1.<key id>.<nonce>.<tag>.<text>`, base64url. */
export function sealed(key: SealingKey, text: string, owner: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce).setAAD(Buffer.from(owner))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return ['v1', key.id, ...[nonce, cipher.getAuthTag(), body].map(encoded)].join('.')
}

/** What was sealed for this owner. Refuses with UNAVAILABLE when another key sealed it. */
export function unsealed(key: SealingKey, text: string, owner: string): string {
  const [form, id, nonce = '', tag = '', body = ''] = text.split('.')
  if (form !== 'v1' || id !== key.id) throw new Refusal('UNAVAILABLE', otherKey)
  const options = { authTagLength: 16 }
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, decoded(nonce), options)
    .setAAD(Buffer.from(owner))
    .setAuthTag(decoded(tag))
  return Buffer.concat([decipher.update(decoded(body)), decipher.final()]).toString('utf8')
}

/** The same; nothing where it cannot be opened. */
export function openable(key: SealingKey, text: string, owner: string): string | undefined {
  try {
    return unsealed(key, text, owner)
  } catch {
    return undefined
  }
}

/** How everything begins that this key sealed. */
export const sealedStart = (key: SealingKey): string => `v1.${key.id}.`

const encoded = (bytes: Buffer) => bytes.toString('base64url')
const decoded = (text: string) => Buffer.from(text, 'base64url')
