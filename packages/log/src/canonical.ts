import canonicalize from 'canonicalize'

/** Canonical JSON text, RFC 8785: the same state gives the same bytes. Throws on what has no such form (NaN, half a surrogate pair). */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new Error('This value has no JSON form.')
  return text
}

/** Whether a text is the canonical JSON of the value that was read from it. */
export const isCanonical = (text: string, value: unknown): boolean =>
  (areKeysSorted(value) && JSON.stringify(value) === text && !text.includes('\\ud')) ||
  canonicalText(value) === text

// What JavaScript writes is RFC 8785 (3.2.2) save the order of keys and halves of surrogate pairs: ten times as quick.
function areKeysSorted(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every(areKeysSorted)
  let before = ''
  for (const key in value) {
    if (key < before || !areKeysSorted((value as Record<string, unknown>)[key])) return false
    before = key
  }
  return true
}
