import { noticeText } from '@ropewalk/domain/changes/notice-text.ts'
import type { PublicChange } from '@ropewalk/domain/changes/public-change.ts'
import { type Language, say } from '@ropewalk/domain/words.ts'
import { Feed } from 'feed'
import {
  ICalCalendar,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator'
import { absolute, feedPaths, pathBelow, publicPath } from './addresses.ts'
import { titleOfChange } from './change-html.ts'
import { changeWords as words } from './change-words.ts'
import { foreignLines, html } from './html.ts'
import { pageWords } from './page-words.ts'
import type { HistoryInput } from './site-history.ts'
import { titleText } from './titles.ts'

/** Atom 1.0 (RFC 4287) of the announced changes, newest first. */
export function atomFeed(input: HistoryInput): string {
  const { organisation, language, base } = input
  const home = absolute(base, publicPath(language))
  const feed = new Feed({
    ...{ title: titleOf(input), id: home, link: home, language, generator: 'Ropewalk' },
    ...{ updated: updatedOf(input), feedLinks: { atom: absolute(base, feedPaths.atom(language)) } },
    author: { name: legible(organisation?.name || say(pageWords.titleAlone, language)) },
  })
  for (const change of newestFirst(input)) {
    const { url, title, body } = entryOf(change, input)
    feed.addItem({
      // Written as type="html" (RFC 4287, 3.1.1.2): a name is text, so its markup is escaped.
      title: html`${title}`.html,
      ...{ id: url, link: url, date: new Date(change.updatedAt) },
      ...{ published: new Date(`${change.announcedOn}T00:00:00Z`) },
      content: foreignLines(body).html,
    })
  }
  return feed.atom1()
}

/** JSON Feed 1.1 of the same. */
export function jsonFeed(input: HistoryInput): string {
  const { organisation, language, base } = input
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: titleOf(input),
    home_page_url: absolute(base, publicPath(language)),
    feed_url: absolute(base, feedPaths.json(language)),
    language,
    ...(organisation === null ? {} : { authors: [{ name: organisation.name }] }),
    items: newestFirst(input).map((change) => {
      const { url, title, body } = entryOf(change, input)
      return {
        ...{ id: url, url, title, content_text: body, language },
        date_published: `${change.announcedOn}T00:00:00Z`,
        date_modified: change.updatedAt,
        tags: [change.kind, change.state],
      }
    }),
  }
  return `${JSON.stringify(feed, null, 2)}\n`
}

/** iCalendar (RFC 5545): the day each change takes effect and the last day to object; a withdrawn one is cancelled, a held one tentative. */
export function calendar(input: HistoryInput): string {
  const { language, base } = input
  const host = new URL(base).hostname
  const all = new ICalCalendar({
    ...{ name: titleOf(input), method: ICalCalendarMethod.PUBLISH },
    prodId: { company: 'Ropewalk', product: 'sub-processors', language: language.toUpperCase() },
  })
  for (const change of newestFirst(input)) {
    const { url, title, body } = entryOf(change, input)
    const sure =
      change.state === 'withdrawn' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED
    const event = (part: string, day: string, summary: string, status = sure) =>
      all.createEvent({
        ...{ id: `${change.id}-${part}@${host}`, sequence: change.version, summary, url },
        ...{ start: new Date(`${day}T00:00:00Z`), allDay: true, timezone: null },
        ...{ stamp: new Date(change.updatedAt), description: body },
        transparency: ICalEventTransparency.TRANSPARENT,
        status,
      })
    const { text, status } = change.held
      ? { text: words.calendarHeld, status: ICalEventStatus.TENTATIVE }
      : { text: words.calendarEffective, status: sure }
    event('effective', change.effectiveOn, say(text, language, { title }), status)
    event(
      'objections',
      change.objectionDeadline,
      say(words.calendarObjections, language, { title }),
    )
  }
  return `${all.toString()}\r\n`
}

function entryOf(change: PublicChange, { organisation, language, base }: HistoryInput) {
  const { body } = noticeText(change, {
    ...{ organisation: organisation?.name ?? '', language, held: change.held },
  })
  const withdrawn =
    change.withdrawnOn === null
      ? ''
      : `\n${say(words.withdrawn, language)}: ${change.withdrawnOn}\n${change.withdrawalReason}\n`
  return {
    url: absolute(base, pathBelow(language, 'changes', change.id)),
    title: legible(titleOfChange(change, language)),
    body: legible(`${body}${withdrawn}`),
  }
}

const titleOf = ({
  organisation,
  language,
}: {
  organisation: HistoryInput['organisation']
  language: Language
}) => legible(`${titleText(organisation, language)}: ${say(words.changes, language)}`)

const newestFirst = ({ changes }: HistoryInput) =>
  changes.toSorted((one, other) => other.updatedAt.localeCompare(one.updatedAt))

/** The newest step of any change; the first publication while there was none. */
const updatedOf = ({ changes, history }: HistoryInput) =>
  new Date(
    changes
      .map(({ updatedAt }) => updatedAt)
      .toSorted()
      .at(-1) ?? `${history[0]?.updatedOn ?? '1970-01-01'}T00:00:00Z`,
  )

/** Without the characters that XML cannot hold. */
const legible = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').toWellFormed()
