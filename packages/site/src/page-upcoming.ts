import type { PublicChange } from '@ropewalk/domain/changes/public-change.ts'
import type { Snapshot } from '@ropewalk/domain/published.ts'
import { type Language, say } from '@ropewalk/domain/words.ts'
import { feedPaths } from './addresses.ts'
import { changeLine } from './change-html.ts'
import { changeWords } from './change-words.ts'
import { dayHtml } from './days.ts'
import type { FactKey } from './facts.ts'
import { foreign, type Html, html, nothing, sayHtml } from './html.ts'
import { tableHtml } from './page-table.ts'
import { pageWords } from './page-words.ts'

type Upcoming = {
  all: readonly Snapshot[]
  columns: ReadonlySet<FactKey>
  language: Language
  changes: readonly PublicChange[]
}

/** What is about to change, or that nothing is; whatever the filters of the list below. */
export function upcomingHtml({ all, columns, language, changes }: Upcoming): Html {
  const coming = all.filter(isUpcoming)
  const leaving = all.filter(({ status }) => status === 'leaving')
  const announced = changes.filter(({ state }) => state === 'announced')
  const isQuiet = announced.length === 0 && coming.length === 0 && leaving.length === 0
  return html`<section aria-labelledby="upcoming">
<h2 id="upcoming">${say(pageWords.upcoming, language)}</h2>
${isQuiet ? html`<p>${say(pageWords.nothingAnnounced, language)}</p>\n` : nothing}${
  announced.length === 0
    ? nothing
    : html`<ul>${announced.map((change) => changeLine(change, language))}</ul>\n`
}${
  coming.length === 0
    ? nothing
    : tableHtml({ snapshots: coming, columns, language, heading: 'upcoming' })
}${leaving.map((snapshot) => html`<p>${leavingHtml(snapshot, language)}</p>\n`)}<p class="quiet">${say(changeWords.follow, language)}${say(pageWords.colon, language)}<a href="${feedPaths.atom(language)}">Atom</a> · <a href="${feedPaths.json(language)}">JSON Feed</a> · <a href="${feedPaths.calendar(language)}">${say(changeWords.calendar, language)}</a></p>
</section>
`
}

export const isUpcoming = ({ status }: Snapshot): boolean =>
  status === 'proposed' || status === 'announced'

const leavingHtml = ({ name, endedOn }: Snapshot, language: Language) =>
  endedOn === null
    ? sayHtml(pageWords.leaving, language, { name: foreign(name) })
    : sayHtml(pageWords.leavingOn, language, {
        name: foreign(name),
        day: dayHtml(endedOn, language),
      })
