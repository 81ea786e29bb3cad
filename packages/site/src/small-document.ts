import { type Language, say } from '@ropewalk/domain/words.ts'
import { publicPath } from './addresses.ts'
import { type Html, html } from './html.ts'
import { pageShell } from './page-shell.ts'
import { subscriptionWords } from './subscription-words.ts'

type Input = {
  title: string
  language: Language
  /** The same page in each language. */
  paths: Readonly<Record<Language, string>>
  content: Html
}

/** A whole HTML document that is no list: nobody should find it by searching. */
export const smallDocument = ({ title, language, paths, content }: Input): string =>
  pageShell({
    language,
    path: (of) => paths[of],
    head: html`<meta name="robots" content="noindex">
<title>${title}</title>
`,
    main: html`<h1>${title}</h1>
${content}<p><a href="${publicPath(language)}">${say(subscriptionWords.toList, language)}</a></p>
`,
  })
