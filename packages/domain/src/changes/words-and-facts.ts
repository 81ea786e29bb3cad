import { differingFacts, type PublishedFact } from '../derived/published-from.ts'
import type { Named, Published } from '../published.ts'

/** Public columns that only word what is so: a correction of them alters no fact. */
const words: ReadonlySet<PublishedFact> = new Set<PublishedFact>(['name', 'service', 'publicNote'])
const named = ['dataCategories', 'dataSubjects', 'products'] as const

/**
 * The public facts in which two states differ, apart from how they are worded. The names of the supplier, its service,
 * the public note, and what categories, subjects and products are called are words; all else is a fact, the sentence
 * of the function included: a new function is a material alteration.
 */
export function alteredFacts(before: Published, after: Published): PublishedFact[] {
  return differingFacts(before, after).filter((fact) => {
    if (words.has(fact)) return false
    const list = named.find((key) => key === fact)
    return list === undefined || idsOf(before[list]) !== idsOf(after[list])
  })
}

const idsOf = (list: readonly Named[]) =>
  list
    .map(({ id }) => id)
    .toSorted()
    .join(' ')
