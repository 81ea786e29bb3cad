import { Refusal } from '@ropewalk/domain/refusal.ts'
import { dayOf } from '@ropewalk/domain/schema.ts'
import type { Language } from '@ropewalk/domain/words.ts'
import { dayIn } from '@ropewalk/services/clock.ts'
import { feedPaths, pathBelow } from '@ropewalk/site/addresses.ts'
import { changePage, changesPage } from '@ropewalk/site/change-pages.ts'
import { changeWords as words } from '@ropewalk/site/change-words.ts'
import { atomFeed, calendar, jsonFeed } from '@ropewalk/site/feeds.ts'
import { asOfPage, differencesPage, supplierPage } from '@ropewalk/site/past-pages.ts'
import { daysOfChange, type HistoryInput } from '@ropewalk/site/site-history.ts'
import { sitemap } from '@ropewalk/site/sitemap.ts'
import type { FastifyRequest } from 'fastify'
import type { Packed } from './packed.ts'
import { feedBody, pageBody } from './public-bodies.ts'
import type { PublishedPages } from './published-pages.ts'

/** What an answer reads of a request: the address, and what stands in the place of `:id`. */
type Place = Pick<FastifyRequest, 'url' | 'params'>

type Beside = {
  url: string
  /** Nothing where nothing is published at this address. */
  answer(pages: PublishedPages, place: Place): Promise<Packed> | undefined
  /** Where something is published for ever; what is made from a question is not among it. */
  places(pages: PublishedPages): Place[]
}

const fixedPlace = (url: string) => () => [{ url, params: {} }]

/** The pages and feeds beside the list in one language. */
export function pagesBeside(language: Language, now: () => Date): Beside[] {
  const fixed = (
    url: string,
    make: (input: HistoryInput) => ReturnType<typeof pageBody>,
  ): Beside => ({
    url,
    answer: (pages) => pages.beside(url, () => make(pages.past(language)), true),
    places: fixedPlace(url),
  })
  const todayOf = ({ timeZone }: PublishedPages) => dayIn(timeZone, now())
  const below = (...steps: string[]) => pathBelow(language, ...steps)
  return [
    fixed(below('changes'), (input) => pageBody(changesPage(input))),
    fixed(feedPaths.atom(language), (input) => feedBody(atomFeed(input), 'application/atom+xml')),
    fixed(feedPaths.json(language), (input) => feedBody(jsonFeed(input), 'application/feed+json')),
    fixed(feedPaths.calendar(language), (input) => feedBody(calendar(input), 'text/calendar')),
    one(`${below('changes')}/:id(^CH-\\d{4,12}$)`, {
      path: (id) => below('changes', id),
      page: changePage,
      isThere: ({ changes }, id) => changes.some((change) => change.id === id),
      ids: ({ changes }) => changes.map(({ id }) => id),
    }),
    one(`${below()}/:id(^SP-\\d{4,12}$)`, {
      path: (id) => below(id),
      page: supplierPage,
      isThere: ({ history }, id) => history.some(({ subProcessorId }) => subProcessorId === id),
      ids: ({ history }) => [...new Set(history.map(({ subProcessorId }) => subProcessorId))],
    }),
    one(`${below('as-of')}/:id`, {
      path: (day) => below('as-of', day),
      page: asOfPage,
      isThere: (_, day, today) => checkedDay('as-of', day, today) === day,
      ids: ({ history }, today) => daysOfChange(history).filter((day) => day <= today),
    }),
    {
      url: below('differences'),
      answer(pages, { url }) {
        const days = daysAsked(new URLSearchParams(url.split('?')[1] ?? ''), todayOf(pages))
        const path = days
          ? `${below('differences')}?from=${days.from}&to=${days.to}`
          : below('differences')
        return pages.beside(
          path,
          () => pageBody(differencesPage(pages.past(language), days)),
          false,
        )
      },
      places: () => [],
    },
  ]

  function one(url: string, { path, page, isThere, ids }: One): Beside {
    return {
      url,
      places: (pages) =>
        ids(pages.past(language), todayOf(pages)).map((id) => ({ url: path(id), params: { id } })),
      answer(pages, { params }) {
        const { id } = params as { id: string }
        const input = pages.past(language)
        if (!isThere(input, id, todayOf(pages))) return undefined
        return pages.beside(path(id), () => pageBody(page(input, id) ?? ''), false)
      },
    }
  }
}

type One = {
  path(id: string): string
  page(input: HistoryInput, id: string): string | undefined
  /** Asked before the page is made: what is not there costs nothing. */
  isThere(input: HistoryInput, id: string, today: string): boolean
  /** Those of a static copy. */
  ids(input: HistoryInput, today: string): string[]
}

export const sitemapBeside: Beside = {
  url: '/sitemap.xml',
  places: fixedPlace('/sitemap.xml'),
  answer: (pages) =>
    pages.beside(
      '/sitemap.xml',
      () => feedBody(sitemap(pages.past('en')), 'application/xml'),
      true,
    ),
}

function checkedDay(parameter: string, day: string | null, today: string): string {
  const parsed = dayOf.safeParse(day)
  if (!parsed.success || parsed.data > today)
    throw new Refusal('INVALID', words.badDay, { field: parameter, values: { parameter } })
  return parsed.data
}

function daysAsked(parameters: URLSearchParams, today: string) {
  if (!parameters.has('from') && !parameters.has('to')) return undefined
  const from = checkedDay('from', parameters.get('from'), today)
  const to = checkedDay('to', parameters.get('to'), today)
  if (to < from) throw new Refusal('INVALID', words.badOrder, { field: 'to' })
  return { from, to }
}
