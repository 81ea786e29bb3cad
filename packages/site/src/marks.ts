import { supplierStatuses } from '@ropewalk/domain/sub-processor/status.ts'
import { type Language, say } from '@ropewalk/domain/words.ts'
import { type Html, html } from './html.ts'
import { pageWords } from './page-words.ts'

type Status = keyof typeof supplierStatuses

/** A status as shape, word and colour; each alone says it. */
export function statusMark(status: Status | null, language: Language): Html {
  if (status === null)
    return html`<span class="mark">${say(pageWords.statusNotStated, language)}</span>`
  return html`<span class="mark ${status}"><svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">${shapes[status]}</svg>${say(supplierStatuses[status], language)}</span>`
}

const ring = html`<circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" stroke-width="1.4"/>`
const halfDisc = html`${ring}<path d="M6 1.4a4.6 4.6 0 0 1 0 9.2Z" fill="currentColor"/>`
const struckRing = html`${ring}<path d="M2.8 9.2 9.2 2.8" stroke="currentColor" stroke-width="1.4"/>`

const shapes: Record<Status, Html> = {
  proposed: ring,
  announced: halfDisc,
  active: html`<circle cx="6" cy="6" r="5" fill="currentColor"/>`,
  leaving: halfDisc,
  former: struckRing,
}
