import type { Snapshot } from '@ropewalk/domain/published.ts'
import { type Language, say } from '@ropewalk/domain/words.ts'
import { dayHtml } from './days.ts'
import { type FactKey, facts } from './facts.ts'
import { foreign, type Html, html, nothing, together } from './html.ts'
import { notStated, sentenceCase } from './page-head.ts'
import { pageWords } from './page-words.ts'

/** A fact of one supplier as markup, or that it is not stated. */
export function factHtml(key: FactKey, snapshot: Snapshot, language: Language): Html {
  const parts = facts[key].parts(snapshot, language)
  const [first, ...others] = parts
  if (first === undefined) return notStated(language)
  if (key === 'effectiveOn') return dayHtml(first, language)
  if (key === 'function') return foreign(sentenceCase(first))
  if (others.length === 0) return foreign(first)
  if (inOneLine.has(key)) return together(parts.map(foreign), html`, `)
  return html`<ul>${parts.map((part) => html`<li>${foreign(part)}</li>`)}</ul>`
}
const inOneLine = new Set<FactKey>(['processingCountries', 'products', 'dataSubjects'])

/** Further facts, each with its name; those that are not stated share one line. */
export function moreFactsHtml(
  keys: readonly FactKey[],
  snapshot: Snapshot,
  language: Language,
): Html {
  const isStated = (key: FactKey) => facts[key].parts(snapshot, language).length > 0
  const label = (key: FactKey) => say(facts[key].label, language)
  const missing = keys.filter((key) => !isStated(key)).map(label)
  return html`${keys
    .filter(isStated)
    .map((key) => moreHtml(label(key), factHtml(key, snapshot, language), language))}${
    missing.length === 0 ? nothing : moreHtml(listed(missing), notStated(language), language)
  }`
}

/** A smaller line within a cell: what it says, and the value. */
export const moreHtml = (label: string, value: Html, language: Language): Html =>
  html`<div class="more"><span class="quiet">${label}${say(pageWords.colon, language)}</span>${value}</div>`

const listed = (labels: readonly string[]) => sentenceCase(labels.join(', ').toLowerCase())
