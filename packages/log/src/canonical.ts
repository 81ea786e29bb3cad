import canonicalize from 'canonicalize'

/** Canonical JSON text, RFC 8785: the same state gives the same bytes. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new Error('This value has no JSON form.')
  return text
}
