/** What a subscriber wants to hear of. Empty lists and no: of everything. */
export type Topics = {
  /** Ids of products. */
  products: readonly string[]
  /** Ids of data categories. */
  categories: readonly string[]
  /** ISO 3166-1 alpha-2. */
  countries: readonly string[]
  outsideEea: boolean
  /** Only where a sub-processor is added or takes another's place. */
  additionsOnly: boolean
}

export const everything: Topics = {
  products: [],
  categories: [],
  countries: [],
  outsideEea: false,
  additionsOnly: false,
}

/** What a change touches, before or after it. */
export type ChangeFacts = {
  isAddition: boolean
  products: readonly string[]
  categories: readonly string[]
  countries: readonly string[]
  outsideEea: boolean
}

/** Whether a change concerns one of the topics; additions only narrows whatever else was chosen. */
export function concerns(topics: Topics, facts: ChangeFacts): boolean {
  if (topics.additionsOnly && !facts.isAddition) return false
  const { products, categories, countries, outsideEea } = topics
  const isOfAll = products.length + categories.length + countries.length === 0 && !outsideEea
  return (
    isOfAll ||
    (outsideEea && facts.outsideEea) ||
    products.some((id) => facts.products.includes(id)) ||
    categories.some((id) => facts.categories.includes(id)) ||
    countries.some((code) => facts.countries.includes(code))
  )
}
