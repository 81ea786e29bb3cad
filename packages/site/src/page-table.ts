import type { Snapshot } from '@ropewalk/domain/published.ts'
import { type Language, say, type Text } from '@ropewalk/domain/words.ts'
import { dayHtml } from './days.ts'
import { factHtml, moreFactsHtml, moreHtml } from './fact-html.ts'
import { type FactKey, facts } from './facts.ts'
import { foreign, foreignLines, type Html, html, nothing } from './html.ts'
import { statusMark } from './marks.ts'
import { notStated } from './page-head.ts'
import { pageWords } from './page-words.ts'

type Table = {
  snapshots: readonly Snapshot[]
  /** The facts worth a place: those that some supplier of the whole list states. */
  columns: ReadonlySet<FactKey>
  language: Language
  /** Id of the heading that names the table. */
  heading: 'current' | 'upcoming' | 'former'
}

/** A column: its class, which sets its width, the words at its head, what stands in it. */
type Column = { name: string; head: Text; of(snapshot: Snapshot): Html }

/** Suppliers as rows. On a narrow screen a row folds to its name and a list; its roles keep it a table. */
export function tableHtml(table: Table): Html {
  const { snapshots, columns, language, heading } = table
  const shown = columnsOf(table)
  const size = shown.length > 3 ? 'many' : 'few'
  const row = (snapshot: Snapshot) =>
    html`<tr role="row" id="${snapshot.subProcessorId}"><th role="rowheader" scope="row">${nameHtml(snapshot, columns, language)}</th>${shown.map(
      ({ head, of }) =>
        html`<td role="cell" data-l="${say(head, language)}"><div>${of(snapshot)}</div></td>`,
    )}</tr>\n`
  return html`<table role="table" aria-labelledby="${heading}" class="${size}">
<thead role="rowgroup"><tr role="row">${headHtml('name', pageWords.name, language)}${shown.map(
    ({ name, head }) => headHtml(name, head, language),
  )}</tr></thead>
<tbody role="rowgroup">
${snapshots.map(row)}</tbody></table>
`
}

const headHtml = (name: string, head: Text, language: Language) =>
  html`<th role="columnheader" scope="col" class="c-${name}">${say(head, language)}</th>`

function nameHtml(snapshot: Snapshot, columns: ReadonlySet<FactKey>, language: Language): Html {
  const mark = columns.has('status') ? html` ${statusMark(snapshot.status, language)}` : nothing
  return html`${foreign(snapshot.name)}${mark}`
}

/** Facts that stand together, the first that anyone states at the head of the column. */
const groups: Readonly<Record<string, readonly FactKey[]>> = {
  why: ['function', 'service', 'products'],
  entity: ['legalEntity', 'seatCountry'],
  touches: ['customerData'],
  data: ['dataCategories', 'dataSubjects'],
  where: ['processingCountries'],
  basis: ['transferMechanisms'],
  since: ['effectiveOn'],
}

function columnsOf({ columns, language, heading }: Table): Column[] {
  return Object.entries(groups).flatMap(([name, group]): Column[] => {
    const [first, ...others] = group.filter((key) => columns.has(key))
    const isEnd = name === 'since' && heading === 'former'
    if (first === undefined) {
      return isEnd ? [{ name, head: pageWords.ended, of: (one) => endHtml(one, language) }] : []
    }
    const head = name === 'since' && heading === 'upcoming' ? pageWords.from : facts[first].label
    const of = (snapshot: Snapshot) =>
      html`${factHtml(first, snapshot, language)}${moreFactsHtml(others, snapshot, language)}${
        name === 'why' ? noteHtml(snapshot) : nothing
      }${isEnd ? moreHtml(say(pageWords.ended, language), endHtml(snapshot, language), language) : nothing}`
    return [{ name, head, of }]
  })
}

const noteHtml = ({ publicNote }: Snapshot) =>
  publicNote === '' ? nothing : html`<div class="more">${foreignLines(publicNote)}</div>`

const endHtml = ({ endedOn }: Snapshot, language: Language) =>
  endedOn === null ? notStated(language) : dayHtml(endedOn, language)
