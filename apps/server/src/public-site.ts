import { Refusal } from '@ropewalk/domain/refusal.ts'
import { type Language, languages } from '@ropewalk/domain/words.ts'
import { type Format, formats, publicPath } from '@ropewalk/site/addresses.ts'
import { filtersFrom, noFilters } from '@ropewalk/site/filters.ts'
import { refusedPage } from '@ropewalk/site/page.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { beforeRouting } from './public-site/before-routing.ts'
import { latestPages, type Reading } from './public-site/latest.ts'
import { type Packed, sendPacked } from './public-site/packed.ts'
import { pagesBeside, sitemapBeside } from './public-site/pages-beside.ts'
import { type Body, fixedBodies, oldStyleBody } from './public-site/public-bodies.ts'
import type { PublishedPages } from './public-site/published-pages.ts'
import { asPage } from './safety.ts'

/**
 * The public list, in every language and format, from published snapshots only, with its style and schema.
 * What was made once is answered before the router and its hooks: they cost more than the answer itself.
 */
export function publicSite(app: FastifyInstance, reading: Reading): void {
  const latest = latestPages(reading, (err) =>
    app.log.error({ err }, 'the public list could not be read again; the last known one stays'),
  )
  let closing = false

  app.addHook('preClose', (done) => {
    closing = true
    done()
  })
  beforeRouting(app.server, (request, response) => {
    const { method, url = '' } = request
    if (closing || (method !== 'GET' && method !== 'HEAD')) return false
    const ready = latest.now()?.ready(url)
    if (ready === undefined) return false
    const begun = performance.now()
    sendPacked(ready, request, response)
    const seconds = (performance.now() - begun) / 1000
    app.countAnswer({ method, route: url, status: response.statusCode, seconds })
    return true
  })

  for (const language of languages)
    for (const format of formats) serve(publicPath(language, format), listAt(language, format))
  const { now = () => new Date() } = reading
  const besides = [...languages.flatMap((each) => pagesBeside(each, now)), sitemapBeside]
  for (const { url, answer } of besides)
    serve(url, (pages, request, reply) => {
      const found = answer(pages, request)
      if (!found) reply.callNotFound()
      return found
    })
  for (const [url, body] of Object.entries(fixedBodies))
    serve(
      url,
      fixed(({ base }) => body(base)),
    )
  serve(
    '/subprocessors/style.:hash(^[0-9a-f]{12}).css',
    fixed(() => oldStyleBody),
  )

  function serve(url: string, answer: Answer): void {
    app.get(url, { config: { anyHost: true } }, async (request, reply) => {
      const pages = await latest.pages()
      const packed = await answer(pages, request, reply)
      if (packed === undefined) return reply
      reply.hijack()
      sendPacked(packed, request.raw, reply.raw)
      return reply
    })
  }
}

/** Nothing when it was answered already. */
type Answer = (
  pages: PublishedPages,
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<Packed> | undefined

const fixed =
  (body: (pages: PublishedPages) => Body): Answer =>
  (pages, { routeOptions }) =>
    pages.fixed(routeOptions.url ?? '', () => body(pages))

const listAt =
  (language: Language, format: Format): Answer =>
  (pages, { url }, reply) => {
    const mark = url.indexOf('?')
    if (mark < 0) return pages.list({ language, format, filters: noFilters })
    const asked = filtersFrom(new URLSearchParams(url.slice(mark)))
    if ('filters' in asked) return pages.list({ language, format, filters: asked.filters })
    if (format !== 'html') throw new Refusal('INVALID', asked.fault.text, asked.fault)
    const page = refusedPage({ ...pages.input(language), fault: asked.fault })
    asPage(reply).code(400).send(page)
    return undefined
  }
