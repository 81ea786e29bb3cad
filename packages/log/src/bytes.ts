const encoder = new TextEncoder()

export const utf8 = (text: string): Uint8Array => encoder.encode(text)

/** Padded base64 (RFC 4648, 4) of a few bytes: a hash, a key, a signature. */
export const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))

/** Throws on anything but padded base64 without stray bits (RFC 4648, 3.5), and on another length when one is given. */
export function fromBase64(text: string, length?: number): Uint8Array {
  const binary = binaryOf(text)
  if (binary === undefined) throw new Error('This is not base64.')
  if (length !== undefined && binary.length !== length)
    throw new Error(`This is base64 of ${binary.length} bytes, not of ${length}.`)
  return Uint8Array.from(binary, (each) => each.charCodeAt(0))
}

function binaryOf(text: string): string | undefined {
  try {
    const binary = atob(text)
    return btoa(binary) === text ? binary : undefined
  } catch {
    return undefined
  }
}

export const same = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at])

export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
