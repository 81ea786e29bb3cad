import canonicalize from 'canonicalize'

/** Canonical JSON text, RFC 8785: the same state gives the same bytes. Throws on what has no such form (NaN, half a surrogate pair). */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new Error('This value has no JSON form.')
  return text
}
