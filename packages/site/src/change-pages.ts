import { factsInOrder, type PublicChange } from '@ropewalk/domain/changes/public-change.ts'
import { alterations, changeKinds, changeStates } from '@ropewalk/domain/changes/supplier-change.ts'
import { type Language, say, type Text } from '@ropewalk/domain/words.ts'
import { pathBelow } from './addresses.ts'
import { beforeAfterHtml, changeLine, titleOfChange } from './change-html.ts'
import { changeWords as words } from './change-words.ts'
import { dayHtml } from './days.ts'
import { foreignLines, type Html, html, nothing, sayHtml } from './html.ts'
import { objectionWords } from './objection-words.ts'
import type { HistoryInput } from './site-history.ts'
import { subPage } from './sub-page.ts'

/** Every change that was announced, what is to come first. */
export function changesPage(input: HistoryInput): string {
  const { changes, language } = input
  const coming = changes.filter(({ state }) => state === 'announced')
  const past = changes.filter(({ state }) => state !== 'announced').toReversed()
  const section = (id: string, heading: Text, some: readonly PublicChange[]) =>
    some.length === 0
      ? nothing
      : html`<section aria-labelledby="${id}"><h2 id="${id}">${say(heading, language)}</h2>
<ul>${some.map((change) => changeLine(change, language))}</ul></section>
`
  const content = html`${changes.length === 0 ? html`<p>${say(words.none, language)}</p>\n` : nothing}${section('coming', words.upcoming, coming)}${section('past', words.past, past)}`
  const path = (of: Language) => pathBelow(of, 'changes')
  return subPage({ ...input, path, title: say(words.changesOf, language), content })
}

/** One change with its days and both sides of every fact; undefined when none of this id was announced. */
export function changePage(input: HistoryInput, id: string): string | undefined {
  const { language } = input
  const change = input.changes.find((each) => each.id === id)
  if (!change) return undefined
  const content = html`${change.what === '' ? nothing : html`<p class="lead">${foreignLines(change.what)}</p>\n`}<dl class="who">
${linesOf(change, language).map(
  ([label, value]) => html`<div><dt>${say(label, language)}</dt><dd>${value}</dd></div>\n`,
)}</dl>
${objectHtml(change, language)}${factsInOrder(change).map((facts) => beforeAfterHtml(facts, input))}<p><a href="${pathBelow(language, 'changes')}">${say(words.allChanges, language)}</a></p>
`
  const path = (of: Language) => pathBelow(of, 'changes', id)
  return subPage({ ...input, path, title: titleOfChange(change, language), content })
}

const objectHtml = ({ id, state }: PublicChange, language: Language): Html =>
  state === 'withdrawn'
    ? nothing
    : html`<p><a href="${pathBelow(language, 'changes', id, 'object')}">${say(objectionWords.object, language)}</a></p>\n`

function linesOf(change: PublicChange, language: Language): (readonly [Text, Html])[] {
  const text = (of: Text) => html`${say(of, language)}`
  const day = (of: string) => dayHtml(of, language)
  const altered = change.alterations.map((each) => say(alterations[each], language)).join(', ')
  const lines: (readonly [Text, Html] | undefined)[] = [
    [words.kind, text(changeKinds[change.kind])],
    [words.state, text(changeStates[change.state])],
    altered === '' ? undefined : [words.altered, html`${altered}`],
    [words.why, foreignLines(change.why)],
    change.emergency === '' ? undefined : [words.emergency, foreignLines(change.emergency)],
    [words.announced, day(change.announcedOn)],
    [words.objections, day(change.objectionDeadline)],
    change.held
      ? [words.notBefore, sayHtml(words.notBeforeDay, language, { day: day(change.effectiveOn) })]
      : [words.effective, day(change.effectiveOn)],
    change.withdrawnOn === null
      ? undefined
      : [
          words.withdrawn,
          html`${day(change.withdrawnOn)}<br>${foreignLines(change.withdrawalReason)}`,
        ],
  ]
  return lines.filter((line) => line !== undefined)
}
