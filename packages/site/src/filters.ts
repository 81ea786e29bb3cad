import { faultOf, folded } from '@ropewalk/domain/foreign-text.ts'
import type { Named, Snapshot } from '@ropewalk/domain/published.ts'
import { countryName } from '@ropewalk/domain/values.ts'
import { both, type Language, type Sentence, type Text } from '@ropewalk/domain/words.ts'
import { factKeys, facts } from './facts.ts'

/** What the reader asked of the list. Empty means everything. */
export type Filters = {
  q: string
  /** Id of a data category. */
  category: string
  /** ISO 3166-1 alpha-2, of a place of processing. */
  country: string
  /** Id of a product. */
  product: string
  /** Only suppliers that touch customers’ data. */
  customerData: boolean
}
export type FilterKey = keyof Filters

export const noFilters: Filters = {
  q: '',
  category: '',
  country: '',
  product: '',
  customerData: false,
}

export const filterNames: Record<FilterKey, { parameter: string; label: Text }> = {
  q: { parameter: 'q', label: both('Search', 'Recherche') },
  category: { parameter: 'category', label: both('Data category', 'Catégorie de données') },
  country: { parameter: 'country', label: both('Country', 'Pays') },
  product: { parameter: 'product', label: both('Product', 'Produit') },
  customerData: {
    parameter: 'customer-data',
    label: both('Touches customers’ data', 'Accède aux données des clients'),
  },
}

/** In characters. */
export const longestFilter = 200

const tooLong = both(
  '“{parameter}” takes at most {n} characters.',
  '«\u00a0{parameter}\u00a0» prend au plus {n} caractères.',
)
const unreadable = both(
  '“{parameter}” cannot be searched: it holds a character that is not text.',
  '«\u00a0{parameter}\u00a0» ne peut pas être cherché\u00a0: il contient un caractère qui n’est pas du texte.',
)

/** The filters of an address; a fault is a sentence for the reader. Parameters it does not know say nothing. */
export function filtersFrom(
  parameters: URLSearchParams,
): { filters: Filters } | { fault: Sentence } {
  const texts = { q: '', category: '', country: '', product: '' }
  for (const key of ['q', 'category', 'country', 'product'] as const) {
    const { parameter } = filterNames[key]
    const value = (parameters.get(parameter) ?? '').normalize('NFC').trim()
    if (value.length > longestFilter) {
      return { fault: { text: tooLong, values: { parameter, n: longestFilter } } }
    }
    if (faultOf(value, 'one')) return { fault: { text: unreadable, values: { parameter } } }
    texts[key] = value
  }
  const customerData = parameters.get(filterNames.customerData.parameter) === 'yes'
  return { filters: { ...texts, country: texts.country.toUpperCase(), customerData } }
}

export const activeFilters = (filters: Filters): FilterKey[] =>
  (Object.keys(filterNames) as FilterKey[]).filter((key) => filters[key] !== noFilters[key])

/** The path with these filters, always in one order: equal filters have equal addresses. */
export function filteredPath(path: string, filters: Filters): string {
  const parameters = new URLSearchParams()
  for (const key of activeFilters(filters)) {
    parameters.set(filterNames[key].parameter, key === 'customerData' ? 'yes' : filters[key])
  }
  return parameters.size === 0 ? path : `${path}?${parameters}`
}

/** The suppliers that answer every filter; each word of the search must occur somewhere in what is shown. */
export function matching(
  snapshots: readonly Snapshot[],
  filters: Filters,
  language: Language,
): Snapshot[] {
  const words = folded(filters.q).split(/\s+/).filter(Boolean)
  return snapshots.filter(
    (snapshot) =>
      has(snapshot.dataCategories, filters.category) &&
      has(snapshot.products, filters.product) &&
      (filters.country === '' || snapshot.processingCountries.includes(filters.country)) &&
      (!filters.customerData || snapshot.customerData === 'yes') &&
      (words.length === 0 || holdsAll(searchText(snapshot, language), words)),
  )
}

export type Choices = {
  category: readonly Named[]
  country: readonly Named[]
  product: readonly Named[]
  customerData: boolean
}

/** What can be chosen: published facts only, in the order of their names. */
export const choicesOf = (snapshots: readonly Snapshot[], language: Language): Choices => ({
  category: byName(newestNames(snapshots, 'dataCategories'), language),
  product: byName(newestNames(snapshots, 'products'), language),
  country: byName(
    [...new Set(snapshots.flatMap((snapshot) => snapshot.processingCountries))].map((code) => ({
      id: code,
      name: countryName(code, language),
    })),
    language,
  ),
  customerData: snapshots.some((snapshot) => snapshot.customerData === 'yes'),
})

const has = (named: readonly Named[], id: string) => id === '' || named.some((one) => one.id === id)

const holdsAll = (text: string, words: readonly string[]) =>
  words.every((word) => text.includes(word))

const searchText = (snapshot: Snapshot, language: Language) =>
  folded(
    [
      snapshot.subProcessorId,
      snapshot.name,
      snapshot.publicNote,
      ...factKeys.flatMap((key) => facts[key].parts(snapshot, language)),
    ].join('\n'),
  )

function newestNames(snapshots: readonly Snapshot[], key: 'dataCategories' | 'products'): Named[] {
  const names = new Map<string, string>()
  for (const snapshot of snapshots.toSorted((a, b) => (a.updatedOn < b.updatedOn ? -1 : 1))) {
    for (const { id, name } of snapshot[key]) names.set(id, name)
  }
  return [...names].map(([id, name]) => ({ id, name }))
}

const byName = (named: readonly Named[], language: Language) =>
  named.toSorted((a, b) => a.name.localeCompare(b.name, language))
