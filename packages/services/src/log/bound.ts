import { digestOf } from './hash.ts'

/**
 * What binds an entry to secrets that the database keeps hashed or encrypted: SHA-256 over them, base64. It tells nothing
 * of them: each of these texts holds 80 random bits or more that no entry says.
 */
export const boundTo = (...secrets: readonly string[]): string =>
  digestOf(JSON.stringify(['ropewalk bound 1', ...secrets]))
