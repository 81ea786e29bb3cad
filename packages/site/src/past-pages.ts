import { type Language, say } from '@ropewalk/domain/words.ts'
import { writtenDay } from '@ropewalk/domain/written-day.ts'
import { pathBelow, publicPath } from './addresses.ts'
import { beforeAfterHtml, changeLine } from './change-html.ts'
import { changeWords as words } from './change-words.ts'
import { dayHtml } from './days.ts'
import { statedFacts } from './facts.ts'
import { foreign, type Html, html, nothing, sayHtml } from './html.ts'
import { tableHtml } from './page-table.ts'
import { daysOfChange, type HistoryInput, listAsOf, type PastSnapshot } from './site-history.ts'
import { subPage } from './sub-page.ts'

/** One supplier: what is published, its changes, what was published before; undefined when it never was. */
export function supplierPage(input: HistoryInput, id: string): string | undefined {
  const { history, changes, language } = input
  const own = history.filter(({ subProcessorId }) => subProcessorId === id)
  const newest = own.at(-1)
  if (!newest) return undefined
  const about = changes.filter(({ facts }) => facts.some((each) => each.subProcessorId === id))
  const content = html`${newest.listed ? tableOf([newest], language) : nothing}${
    about.length === 0
      ? nothing
      : html`<section aria-labelledby="changes"><h2 id="changes">${say(words.changes, language)}</h2>
<ul>${about.toReversed().map((change) => changeLine(change, language))}</ul></section>\n`
  }<section aria-labelledby="history"><h2 id="history">${say(words.history, language)}</h2>
<ul>${own.toReversed().map((snapshot) => html`<li>${stepHtml(snapshot, language)}</li>\n`)}</ul></section>
`
  return subPage({ ...input, path: (of) => pathBelow(of, id), title: newest.name, content })
}

const stepHtml = ({ listed, updatedOn }: PastSnapshot, language: Language) =>
  sayHtml(listed ? words.publishedOn : words.takenOff, language, {
    day: html`<a href="${pathBelow(language, 'as-of', updatedOn)}">${dayHtml(updatedOn, language)}</a>`,
  })

/** What was published at the end of a day. */
export function asOfPage(input: HistoryInput, day: string): string {
  const { history, language } = input
  const list = listAsOf(history, day)
  const first = daysOfChange(history).at(-1)
  const path = (of: Language) => pathBelow(of, 'as-of', day)
  const title = say(words.asOf, language, { day: writtenDay(day, language) })
  const none =
    first === undefined
      ? html`${say(words.noList, language)}`
      : first > day
        ? sayHtml(words.begins, language, { day: dayHtml(first, language) })
        : html`${say(words.nobody, language)}`
  const content = html`<p class="lead">${say(words.asOfHint, language)}</p>
${list.length === 0 ? html`<p>${none}</p>\n` : tableOf(list, language)}`
  // Endless days say the same: those of a change may be found.
  const isHidden = !history.some(({ updatedOn }) => updatedOn === day)
  return subPage({ ...input, path, title, content, isHidden })
}

type Days = { from: string; to: string }

/** What differs between the lists of two days; without days the form alone. */
export function differencesPage(input: HistoryInput, days: Days | undefined): string {
  const { language } = input
  const path = (of: Language) =>
    `${pathBelow(of, 'differences')}${days ? `?${new URLSearchParams(days)}` : ''}`
  const content = html`${formHtml(language, days)}${days ? differencesHtml(input, days) : nothing}`
  const title = say(words.differences, language)
  return subPage({ ...input, path, title, content, isHidden: true })
}

function formHtml(language: Language, days: Days | undefined): Html {
  const field = (name: keyof Days) =>
    html`<label>${say(words[name], language)} <input type="date" name="${name}" value="${days?.[name]}" required></label>\n`
  return html`<form class="days" action="${pathBelow(language, 'differences')}">
${field('from')}${field('to')}<button>${say(words.compare, language)}</button>
</form>
`
}

function differencesHtml(input: HistoryInput, { from, to }: Days): Html {
  const { history, language } = input
  const [before, after] = [listAsOf(history, from), listAsOf(history, to)]
  const said = (text: typeof words.added, name: string) =>
    html`<p>${sayHtml(text, language, { name: foreign(name) })}</p>\n`
  const parts = [
    ...after.flatMap((now) => {
      const then = before.find(({ subProcessorId }) => subProcessorId === now.subProcessorId)
      if (
        then &&
        JSON.stringify({ ...then, updatedOn: '' }) === JSON.stringify({ ...now, updatedOn: '' })
      )
        return []
      const sides = { subProcessorId: now.subProcessorId, before: then ?? null, after: now }
      const shown = beforeAfterHtml(sides, input)
      return [then ? shown : html`${said(words.added, now.name)}${shown}`]
    }),
    ...before
      .filter((then) => !after.some(({ subProcessorId }) => subProcessorId === then.subProcessorId))
      .map(({ name }) => said(words.removed, name)),
  ]
  return parts.length === 0 ? html`<p>${say(words.same, language)}</p>\n` : html`${parts}`
}

const tableOf = (
  snapshots: readonly PastSnapshot[] | ReturnType<typeof listAsOf>,
  language: Language,
) =>
  html`<h2 id="current">${say(words.facts, language)}</h2>
${tableHtml({ snapshots, columns: statedFacts(snapshots), language, heading: 'current' })}`

/** Where the list of today leads: its changes, its feeds, what it was before. */
export function onwardHtml({
  history,
  language,
}: Pick<HistoryInput, 'history' | 'language'>): Html {
  const days = daysOfChange(history).slice(0, 10)
  const day = (of: string) =>
    html`<li><a href="${pathBelow(language, 'as-of', of)}">${dayHtml(of, language)}</a></li>\n`
  return html`<section aria-labelledby="earlier"><h2 id="earlier">${say(words.past2, language)}</h2>
<ul>
${days.map(day)}<li><a href="${pathBelow(language, 'differences')}">${say(words.differences, language)}</a></li>
<li><a href="${publicPath(language)}/changes">${say(words.allChanges, language)}</a></li>
</ul></section>
`
}
