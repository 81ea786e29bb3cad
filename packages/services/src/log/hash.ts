import { hash } from 'node:crypto'

/** SHA-256 by Node itself, several times as quick as in script. */
export const sha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer')
/** The hash of a leaf (RFC 6962, 2.1), hex. */
export const leafHexOf = (leaf: string): string => hash('sha256', `\0${leaf}`, 'hex')
/** The same of a text, in base64: half the time of encoding it first. */
export const digestOf = (text: string): string => hash('sha256', text, 'base64')
