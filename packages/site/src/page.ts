import type { PublicChange } from '@ropewalk/domain/changes/public-change.ts'
import type { Snapshot } from '@ropewalk/domain/published.ts'
import { type Language, type Sentence, say, sayAll } from '@ropewalk/domain/words.ts'
import { publicPath } from './addresses.ts'
import { inOrder, statedFacts } from './facts.ts'
import { type Filters, matching, noFilters } from './filters.ts'
import { type Html, html, nothing } from './html.ts'
import { filtersHtml } from './page-filters.ts'
import { headHtml } from './page-head.ts'
import { missingHtml } from './page-missing.ts'
import { tableHtml } from './page-table.ts'
import { isUpcoming, upcomingHtml } from './page-upcoming.ts'
import { pageWords } from './page-words.ts'
import { onwardHtml } from './past-pages.ts'
import type { PublicOrganisation } from './public-organisation.ts'
import { documentHtml } from './site-document.ts'
import type { PastSnapshot } from './site-history.ts'

export type SiteInput = {
  /** Absent while no organisation is published. */
  organisation: PublicOrganisation | null
  snapshots: readonly Snapshot[]
  /** The day of the newest publication or withdrawal, `YYYY-MM-DD`; undefined while there was none. */
  changedOn: string | undefined
  language: Language
  /** The public base address, an origin such as `https://register.example`. */
  base: string
  filters: Filters
  /** What was announced, in that order. */
  changes?: readonly PublicChange[]
  /** Every snapshot ever, oldest first. */
  history?: readonly PastSnapshot[]
}

/** The public page: a whole HTML document that needs no script. */
export function subProcessorsPage(input: SiteInput): string {
  const { organisation, language } = input
  const content = organisation === null ? emptyHtml(language) : listHtml(input, organisation)
  return documentHtml({ ...input, content })
}

/** The page for a search that cannot be answered. */
export const refusedPage = (input: Omit<SiteInput, 'filters'> & { fault: Sentence }): string =>
  documentHtml({ ...input, filters: noFilters, isRefusal: true, content: refusedHtml(input) })

const emptyHtml = (language: Language) => html`<h1>${say(pageWords.titleAlone, language)}</h1>
<p class="lead">${say(pageWords.nothingPublished, language)}</p>
`

const refusedHtml = ({ fault, language }: { fault: Sentence; language: Language }) =>
  html`<h1>${say(pageWords.refused, language)}</h1>
<p class="lead">${sayAll(fault, language)}</p>
<p><a href="${publicPath(language)}">${say(pageWords.back, language)}</a></p>
`

function listHtml({ filters, language, ...input }: SiteInput, organisation: PublicOrganisation) {
  const all = inOrder(input.snapshots)
  const columns = statedFacts(all)
  const listed = all.filter((snapshot) => !isUpcoming(snapshot))
  const shown = matching(listed, filters, language)
  return html`${headHtml({ organisation, changedOn: input.changedOn, filters, language })}${upcomingHtml({ all, columns, language, changes: input.changes ?? [] })}<section aria-labelledby="current">
<h2 id="current" tabindex="-1">${say(pageWords.current, language)} <span class="quiet">${listed.filter(isCurrent).length}</span></h2>
${listed.length === 0 ? html`<p>${say(pageWords.noSuppliers, language)}</p>\n` : filtersHtml({ all: listed, shown, filters, language })}${shown.length === 0 ? nothing : missingHtml({ all, columns, organisation, language })}${rows(shown.filter(isCurrent))}</section>
${former(shown.filter((snapshot) => !isCurrent(snapshot)))}${
  input.history && input.history.length > 0
    ? onwardHtml({ history: input.history, language })
    : nothing
}`

  function rows(snapshots: readonly Snapshot[]): Html {
    if (snapshots.length === 0) return nothing
    return tableHtml({ snapshots, columns, language, heading: 'current' })
  }
  function former(snapshots: readonly Snapshot[]): Html {
    if (snapshots.length === 0) return nothing
    return html`<section aria-labelledby="former">
<h2 id="former">${say(pageWords.former, language)} <span class="quiet">${snapshots.length}</span></h2>
${tableHtml({ snapshots, columns, language, heading: 'former' })}</section>
`
  }
}

const isCurrent = ({ status }: Snapshot) => status !== 'former'
