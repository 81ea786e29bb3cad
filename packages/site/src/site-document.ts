import type { Snapshot } from '@ropewalk/domain/published.ts'
import { type Language, languages, say } from '@ropewalk/domain/words.ts'
import { absolute, publicPath } from './addresses.ts'
import { activeFilters, type Filters, filteredPath } from './filters.ts'
import { foreign, type Html, html, nothing, together } from './html.ts'
import { datasetHtml } from './json-ld.ts'
import { pageWords } from './page-words.ts'
import type { PublicOrganisation } from './public-organisation.ts'
import { stylePath } from './style.ts'
import { descriptionText, titleText } from './titles.ts'

export type DocumentInput = {
  organisation: PublicOrganisation | null
  snapshots: readonly Snapshot[]
  changedOn: string | undefined
  language: Language
  base: string
  filters: Filters
  content: Html
  /** A refusal is no list: its title says so and nobody should find it. */
  isRefusal?: true
}

/** A whole HTML document around the content of its main part. */
export function documentHtml(input: DocumentInput): string {
  const { organisation, snapshots, language, base, filters, content, isRefusal } = input
  const page = (of: Language) => absolute(base, publicPath(of))
  const isWhole = activeFilters(filters).length === 0 && !isRefusal
  const title = isRefusal ? say(pageWords.refused, language) : titleText(organisation, language)
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<meta name="description" content="${descriptionText({ organisation, snapshots, language })}">
${isWhole ? nothing : html`<meta name="robots" content="noindex">\n`}<link rel="canonical" href="${page(language)}">
${languages.map((other) => html`<link rel="alternate" hreflang="${other}" href="${page(other)}">\n`)}<link rel="alternate" hreflang="x-default" href="${page('en')}">
<link rel="alternate" type="text/csv" href="${publicPath(language, 'csv')}" title="CSV">
<link rel="alternate" type="application/json" href="${publicPath(language, 'json')}" title="JSON">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${stylePath}">
${organisation === null ? nothing : datasetHtml({ ...input, organisation })}</head>
<body>
<a class="skip" href="#main">${say(pageWords.skip, language)}</a>
<header>
<nav aria-label="${say(pageWords.languages, language)}">
${languages.map((other) => languageHtml(other, language, filters))}</nav>
</header>
<main id="main" tabindex="-1">
${content}</main>
<footer>
<p>${organisation === null ? nothing : html`${whoseText(organisation)}. `}${say(pageWords.footer, language)}</p>
</footer>
</body>
</html>
`.html
}

function languageHtml(other: Language, current: Language, filters: Filters): Html {
  if (other === current) {
    return html`<span aria-current="true">${languageNames[other]}</span>\n`
  }
  const address = filteredPath(publicPath(other), filters)
  return html`<a href="${address}" hreflang="${other}" lang="${other}">${languageNames[other]}</a>\n`
}
const languageNames: Record<Language, string> = { en: 'English', fr: 'Français' }

const whoseText = ({ name, address }: PublicOrganisation) =>
  together([name, ...address.split('\n')].filter(Boolean).map(foreign), html`, `)
