import { type Language, say } from '@ropewalk/domain/words.ts'
import { absolute, feedPaths, publicPath } from './addresses.ts'
import { changeWords } from './change-words.ts'
import { type Html, html, nothing } from './html.ts'
import { alternatesHtml, pageShell } from './page-shell.ts'
import type { PublicOrganisation } from './public-organisation.ts'
import { titleText } from './titles.ts'

export type SubPage = {
  organisation: PublicOrganisation | null
  language: Language
  base: string
  /** The address of the same page in each language. */
  path(language: Language): string
  title: string
  content: Html
  /** Not to be found by search engines: a refusal, or one of endless addresses. */
  isHidden?: boolean
}

/** A page beside the list: a whole HTML document that needs no script. */
export function subPage(input: SubPage): string {
  const { organisation, language, base, path, title, content, isHidden } = input
  const whole = `${title} – ${titleText(organisation, language)}`
  return pageShell({
    ...{ language, path },
    head: html`<title>${whole}</title>
<meta name="description" content="${whole}">
${isHidden ? html`<meta name="robots" content="noindex">\n` : nothing}${alternatesHtml(language, (of) => absolute(base, path(of)))}<link rel="alternate" type="application/atom+xml" href="${feedPaths.atom(language)}" title="Atom">
<link rel="alternate" type="application/feed+json" href="${feedPaths.json(language)}" title="JSON Feed">
`,
    main: html`<p class="back"><a href="${publicPath(language)}">${say(changeWords.backToList, language)}</a></p>
<h1>${title}</h1>
${content}`,
  })
}
