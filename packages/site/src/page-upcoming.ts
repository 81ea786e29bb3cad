import type { Snapshot } from '@ropewalk/domain/published.ts'
import { type Language, say } from '@ropewalk/domain/words.ts'
import { dayHtml } from './days.ts'
import type { FactKey } from './facts.ts'
import { foreign, type Html, html, nothing, sayHtml } from './html.ts'
import { tableHtml } from './page-table.ts'
import { pageWords } from './page-words.ts'

type Upcoming = {
  all: readonly Snapshot[]
  columns: ReadonlySet<FactKey>
  language: Language
}

/** What is about to change, or that nothing is; whatever the filters of the list below. */
export function upcomingHtml({ all, columns, language }: Upcoming): Html {
  const coming = all.filter(isUpcoming)
  const leaving = all.filter(({ status }) => status === 'leaving')
  const isQuiet = coming.length === 0 && leaving.length === 0
  return html`<section aria-labelledby="upcoming">
<h2 id="upcoming">${say(pageWords.upcoming, language)}</h2>
${isQuiet ? html`<p>${say(pageWords.nothingAnnounced, language)}</p>\n` : nothing}${
  coming.length === 0
    ? nothing
    : tableHtml({ snapshots: coming, columns, language, heading: 'upcoming' })
}${leaving.map((snapshot) => html`<p>${leavingHtml(snapshot, language)}</p>\n`)}</section>
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
