import {
  changeTitle,
  factLines,
  type PublicChange,
} from '@ropewalk/domain/changes/public-change.ts'
import type { ChangedFacts } from '@ropewalk/domain/changes/supplier-change.ts'
import { type Language, say } from '@ropewalk/domain/words.ts'
import { pathBelow } from './addresses.ts'
import { changeWords as words } from './change-words.ts'
import { dayHtml } from './days.ts'
import { foreign, type Html, html, sayHtml } from './html.ts'
import { pageWords } from './page-words.ts'
import type { HistoryInput } from './site-history.ts'

/** The title of a change, which says whether it was withdrawn. */
export function titleOfChange(change: PublicChange, language: Language): string {
  const title = changeTitle(change, language)
  return change.state === 'withdrawn' ? say(words.withdrawnTitle, language, { title }) : title
}

/** One line: what comes, from when, until when one may object. */
export function changeLine(change: PublicChange, language: Language): Html {
  const link = html`<a href="${pathBelow(language, 'changes', change.id)}">${foreign(titleOfChange(change, language))}</a>`
  const what = change.what === '' ? html`` : html` ${foreign(change.what)}`
  return html`<li>${sayHtml(change.held ? words.heldLine : words.comingLine, language, {
    title: link,
    effective: dayHtml(change.effectiveOn, language),
    objections: dayHtml(change.objectionDeadline, language),
  })}${what}</li>\n`
}

/** The public facts of one supplier on both sides; its name leads to its page once it has one. */
export function beforeAfterHtml(
  facts: ChangedFacts,
  { language, history }: Pick<HistoryInput, 'language' | 'history'>,
): Html {
  const lines = factLines(facts, language)
  const id = facts.subProcessorId
  const name = foreign(facts.after.name)
  const hasPage = history.some(({ subProcessorId }) => subProcessorId === id)
  const heading = html`<h2 id="${id}">${hasPage ? html`<a href="${pathBelow(language, id)}">${name}</a>` : name}</h2>\n`
  if (lines.length === 0) return html`${heading}<p>${say(words.sameFacts, language)}</p>\n`
  const cell = (text: string) =>
    text === ''
      ? html`<span class="quiet">${say(pageWords.notStated, language)}</span>`
      : foreign(text)
  const labelled = (head: { en: string; fr: string }, value: string) =>
    html`<td role="cell" data-l="${say(head, language)}"><div>${cell(value)}</div></td>`
  return html`${heading}<table role="table" aria-labelledby="${id}" class="few">
<thead role="rowgroup"><tr role="row">${[words.fact, words.before, words.after].map(
    (head) => html`<th role="columnheader" scope="col">${say(head, language)}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">
${lines.map(
  ({ label, before, after }) =>
    html`<tr role="row"><th role="rowheader" scope="row">${label}</th>${labelled(words.before, before)}${labelled(words.after, after)}</tr>\n`,
)}</tbody></table>
`
}
