/** What an address asks for: `?role=controller&role=processor` is a list, everything is text. */
export type SearchParams = Readonly<Record<string, string | readonly string[]>>

/** A list's view in its address: words, sort (`name`, `-name`), archived ones too, and filters by field. */
export type ListSearch = { q?: string; sort?: string; archived?: 'yes' } & SearchParams

export function parseSearch(text: string): SearchParams {
  const found: Record<string, string | string[]> = {}
  for (const [key, value] of new URLSearchParams(text)) {
    const before = found[key]
    found[key] = before === undefined ? value : [...[before].flat(), value]
  }
  return found
}

export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(search))
    for (const each of [value].flat())
      if (each !== undefined && each !== null && each !== '') params.append(key, String(each))
  const text = params.toString()
  return text && `?${text}`
}
