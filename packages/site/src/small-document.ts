import { type Language, languages, say } from '@ropewalk/domain/words.ts'
import { publicPath } from './addresses.ts'
import { type Html, html } from './html.ts'
import { pageWords } from './page-words.ts'
import { stylePath } from './style.ts'
import { subscriptionWords } from './subscription-words.ts'

type Input = {
  title: string
  language: Language
  /** The same page in each language. */
  paths: Readonly<Record<Language, string>>
  content: Html
}

const names: Record<Language, string> = { en: 'English', fr: 'Français' }

/** A whole HTML document that is no list: nobody should find it by searching. */
export const smallDocument = ({ title, language, paths, content }: Input): string =>
  html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${stylePath}">
</head>
<body>
<a class="skip" href="#main">${say(pageWords.skip, language)}</a>
<header>
<nav aria-label="${say(pageWords.languages, language)}">
${languages.map((other) =>
  other === language
    ? html`<span aria-current="true">${names[other]}</span>\n`
    : html`<a href="${paths[other]}" hreflang="${other}" lang="${other}">${names[other]}</a>\n`,
)}</nav>
</header>
<main id="main" tabindex="-1">
<h1>${title}</h1>
${content}<p><a href="${publicPath(language)}">${say(subscriptionWords.toList, language)}</a></p>
</main>
<footer>
<p>${say(pageWords.footer, language)}</p>
</footer>
</body>
</html>
`.html
