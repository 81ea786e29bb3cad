import type { Language } from '@ropewalk/domain/words.ts'

/** A link as it is mailed or shown, once: its path below the public address holds the secret. */
export type MadeLink = {
  kind: 'first' | 'invitation' | 'reset'
  path: string
  /** ISO 8601, UTC. */
  expiresAt: string
}

/** A link with the person it is for. */
export type LinkToMail = MadeLink & {
  id: string
  name: string
  email: string
  language: Language
}
