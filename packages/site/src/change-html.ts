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

/** The title of a change, which says whether it was withdrawn. */
export function titleOfChange(change: PublicChange, language: Language): string {
  const title = changeTitle(change, language)
  return change.state === 'withdrawn' ? say(words.withdrawnTitle, language, { title }) : title
}

/** One line: what comes, from when, until when one may object. */
export function changeLine(change: PublicChange, language: Language): Html {
  const link = html`<a href="${pathBelow(language, 'changes', change.id)}">${foreign(titleOfChange(change, language))}</a>`
  const what = change.what === '' ? html`` : html` ${foreign(change.what)}`
  return html`<li>${sayHtml(words.comingLine, language, {
    title: link,
    effective: dayHtml(change.effectiveOn, language),
    objections: dayHtml(change.objectionDeadline, language),
  })}${what}</li>\n`
}

/** The public facts of one supplier on both sides. */
export function beforeAfterHtml(facts: ChangedFacts, language: Language): Html {
  const lines = factLines(facts, language)
  const id = facts.subProcessorId
  const heading = html`<h2 id="${id}"><a href="${pathBelow(language, id)}">${foreign(facts.after.name)}</a></h2>\n`
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
