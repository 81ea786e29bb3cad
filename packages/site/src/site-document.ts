import type { Snapshot } from '@ropewalk/domain/published.ts'
import { type Language, say } from '@ropewalk/domain/words.ts'
import { absolute, publicPath } from './addresses.ts'
import { activeFilters, type Filters, filteredPath } from './filters.ts'
import { foreign, type Html, html, nothing, together } from './html.ts'
import { datasetHtml } from './json-ld.ts'
import { alternatesHtml, pageShell } from './page-shell.ts'
import { pageWords } from './page-words.ts'
import type { PublicOrganisation } from './public-organisation.ts'
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
  return pageShell({
    language,
    path: (of) => filteredPath(publicPath(of), filters),
    head: html`<title>${title}</title>
<meta name="description" content="${descriptionText({ organisation, snapshots, language })}">
${isWhole ? nothing : html`<meta name="robots" content="noindex">\n`}${alternatesHtml(language, page)}<link rel="alternate" type="text/csv" href="${publicPath(language, 'csv')}" title="CSV">
<link rel="alternate" type="application/json" href="${publicPath(language, 'json')}" title="JSON">
`,
    data: organisation === null ? nothing : datasetHtml({ ...input, organisation }),
    main: content,
    whose: organisation === null ? nothing : html`${whoseText(organisation)}. `,
  })
}

const whoseText = ({ name, address }: PublicOrganisation) =>
  together([name, ...address.split('\n')].filter(Boolean).map(foreign), html`, `)
