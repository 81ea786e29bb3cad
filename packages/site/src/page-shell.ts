import { type Language, languages, say } from '@ropewalk/domain/words.ts'
import { type Html, html, nothing } from './html.ts'
import { pageWords } from './page-words.ts'
import { stylePath } from './style.ts'

type Shell = {
  language: Language
  /** Title, description, and who may find it. */
  head: Html
  /** What the page says of itself as data. */
  data?: Html
  /** The address of the same page in each language. */
  path(language: Language): string
  main: Html
  /** Whose page it is, at its foot. */
  whose?: Html
}

const names: Record<Language, string> = { en: 'English', fr: 'Français' }

/** A whole HTML document around what one public page has of its own. */
export const pageShell = ({ language, head, data, path, main, whose }: Shell): string =>
  html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${head}<link rel="icon" href="data:,">
<link rel="stylesheet" href="${stylePath}">
${data ?? nothing}</head>
<body>
<a class="skip" href="#main">${say(pageWords.skip, language)}</a>
<header>
<nav aria-label="${say(pageWords.languages, language)}">
${languages.map((other) =>
  other === language
    ? html`<span aria-current="true">${names[other]}</span>\n`
    : html`<a href="${path(other)}" hreflang="${other}" lang="${other}">${names[other]}</a>\n`,
)}</nav>
</header>
<main id="main" tabindex="-1">
${main}</main>
<footer>
<p>${whose ?? nothing}${say(pageWords.footer, language)}</p>
</footer>
</body>
</html>
`.html

/** That the same page stands in each language, for search engines; `at` gives its whole address. */
export const alternatesHtml = (language: Language, at: (language: Language) => string): Html =>
  html`<link rel="canonical" href="${at(language)}">
${languages.map((other) => html`<link rel="alternate" hreflang="${other}" href="${at(other)}">\n`)}<link rel="alternate" hreflang="x-default" href="${at('en')}">
`
