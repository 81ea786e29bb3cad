import type { Named, Snapshot } from '@ropewalk/domain/published.ts'
import { countryName } from '@ropewalk/domain/values.ts'
import { type Language, say } from '@ropewalk/domain/words.ts'
import { publicPath } from './addresses.ts'
import {
  activeFilters,
  type Choices,
  choicesOf,
  type FilterKey,
  type Filters,
  filteredPath,
  filterNames,
  longestFilter,
  noFilters,
} from './filters.ts'
import { foreign, type Html, html, nothing } from './html.ts'
import { pageWords } from './page-words.ts'

type Filtering = {
  all: readonly Snapshot[]
  shown: readonly Snapshot[]
  filters: Filters
  language: Language
}

/** Search and filters as a plain form; what is in use below it, each with a link that takes it away. */
export function filtersHtml({ all, shown, filters, language }: Filtering): Html {
  const choices = choicesOf(all, language)
  const active = activeFilters(filters)
  const path = publicPath(language)
  return html`<form class="find" role="search" action="${path}#current">
<p><label for="q">${say(filterNames.q.label, language)}</label><input id="q" name="q" type="search" maxlength="${longestFilter}" value="${filters.q}"></p>
${selects.map((key) => selectHtml(key, { choices, filters, language }))}${
  choices.customerData || filters.customerData ? checkboxHtml(filters, language) : nothing
}<button>${say(pageWords.apply, language)}</button>
</form>
${active.length === 0 ? nothing : activeHtml({ active, choices, filters, language })}${
  active.length === 0 ? nothing : resultHtml(shown.length, all.length, language)
}`
}

const selects = ['category', 'country', 'product'] as const
type Selects = (typeof selects)[number]
type Given = { choices: Choices; filters: Filters; language: Language }

function selectHtml(key: Selects, { choices, filters, language }: Given): Html {
  if (choices[key].length === 0 && filters[key] === '') return nothing
  const { parameter, label } = filterNames[key]
  const unknown: Named[] = choices[key].some(({ id }) => id === filters[key])
    ? []
    : filters[key] === ''
      ? []
      : [{ id: filters[key], name: nameOf(key, { choices, filters, language }) }]
  return html`<p><label for="${key}">${say(label, language)}</label><select id="${key}" name="${parameter}"><option value="">${say(pageWords.any, language)}</option>${[
    ...choices[key],
    ...unknown,
  ].map(
    ({ id, name }) =>
      html`<option value="${id}"${id === filters[key] ? html` selected` : nothing}>${name}</option>`,
  )}</select></p>
`
}

const checkboxHtml = ({ customerData }: Filters, language: Language) =>
  html`<p class="tick"><input id="customerData" name="${filterNames.customerData.parameter}" type="checkbox" value="yes"${customerData ? html` checked` : nothing}><label for="customerData">${say(filterNames.customerData.label, language)}</label></p>
`

function activeHtml({ active, ...given }: Given & { active: readonly FilterKey[] }): Html {
  const { filters, language } = given
  const without = (key: FilterKey) =>
    filteredPath(publicPath(language), { ...filters, [key]: noFilters[key] })
  return html`<ul class="chosen" aria-label="${say(pageWords.active, language)}">
${active.map(
  (key) =>
    html`<li><a href="${without(key)}#current">${say(filterNames[key].label, language)}${valueHtml(key, given)} <span class="vh">${say(pageWords.remove, language)}</span><svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true"><path d="m1.5 1.5 7 7m0-7-7 7" stroke="currentColor" stroke-width="1.4"/></svg></a></li>\n`,
)}${
  active.length > 1
    ? html`<li><a class="all" href="${publicPath(language)}#current">${say(pageWords.removeAll, language)}</a></li>\n`
    : nothing
}</ul>
`
}

const valueHtml = (key: FilterKey, given: Given) =>
  key === 'customerData'
    ? nothing
    : html`${say(pageWords.colon, given.language)}${foreign(nameOf(key, given))}`

function nameOf(key: Exclude<FilterKey, 'customerData'>, { choices, filters, language }: Given) {
  if (key === 'q') return filters.q
  const chosen = choices[key].find(({ id }) => id === filters[key])
  if (chosen) return chosen.name
  return key === 'country' && /^[A-Z]{2}$/.test(filters.country)
    ? countryName(filters.country, language)
    : filters[key]
}

const resultHtml = (shown: number, all: number, language: Language) =>
  shown === 0
    ? html`<p class="result">${say(pageWords.noMatch, language)} <a href="${publicPath(language)}#current">${say(pageWords.showAll, language, { n: all })}</a>.</p>
`
    : html`<p class="result">${say(pageWords.showing, language, { n: shown, all })}</p>
`
