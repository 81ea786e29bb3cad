import { createHmac, randomBytes } from 'node:crypto'
import { hexOf } from '../log/hash.ts'

/** A secret of 256 random bits, 43 characters fit for an address or a cookie. It is kept only as `hashOf` it. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** SHA-256, hexadecimal: enough for a secret that nobody can guess, and found by an index. */
export const hashOf = (secret: string): string => hexOf(secret)

/** What was typed as an address, as a hash keyed with the secret of the installation: nobody can try a list on it. */
export const addressHash = (
  secret: string,
  email: string,
  of: 'sign-in' | 'mail' = 'sign-in',
): string => createHmac('sha256', secret).update(`${of} address\0${email}`).digest('hex')
