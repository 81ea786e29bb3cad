import { languages } from '@ropewalk/domain/words.ts'
import { formats, publicPath } from '@ropewalk/site/addresses.ts'
import { noFilters } from '@ropewalk/site/filters.ts'
import type { Packed } from '../public-site/packed.ts'
import { pagesBeside, sitemapBeside } from '../public-site/pages-beside.ts'
import { fixedBodies } from '../public-site/public-bodies.ts'
import type { PublishedPages } from '../public-site/published-pages.ts'

/** One answer of the public site; `path` is where it lies in a folder of a web server. */
export type SiteFile = { address: string; path: string; bytes: Buffer }

/**
 * Everything that one state of the public site answers at an address without a question: the very bytes that are
 * served. What needs the app (forms, filters, differences) is not among it.
 */
export async function* siteFiles(
  pages: PublishedPages,
  now: () => Date,
): AsyncGenerator<SiteFile, void> {
  for (const language of languages)
    for (const format of formats)
      yield file(
        publicPath(language, format),
        await pages.list({ language, format, filters: noFilters }),
      )
  for (const beside of [...languages.flatMap((each) => pagesBeside(each, now)), sitemapBeside])
    for (const place of beside.places(pages)) {
      const answer = await beside.answer(pages, place)
      if (answer) yield file(place.url, answer)
    }
  for (const [address, body] of Object.entries(fixedBodies))
    yield file(address, await pages.fixed(address, () => body(pages.base)))
}

const file = (address: string, { identity }: Packed): SiteFile => ({
  address,
  path: pathOf(address),
  bytes: identity.bytes,
})

/** `/subprocessors` → `subprocessors/index.html`; an address with an extension is its own file. */
const pathOf = (address: string): string =>
  /\.[a-z]+$/.test(address) ? address.slice(1) : `${address.slice(1)}/index.html`
