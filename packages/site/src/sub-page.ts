import { type Language, languages, say } from '@ropewalk/domain/words.ts'
import { absolute, feedPaths, publicPath } from './addresses.ts'
import { changeWords } from './change-words.ts'
import { type Html, html, nothing } from './html.ts'
import { pageWords } from './page-words.ts'
import type { PublicOrganisation } from './public-organisation.ts'
import { stylePath } from './style.ts'
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
  const at = (of: Language) => absolute(base, path(of))
  const whole = `${title} – ${titleText(organisation, language)}`
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${whole}</title>
<meta name="description" content="${whole}">
${isHidden ? html`<meta name="robots" content="noindex">\n` : nothing}<link rel="canonical" href="${at(language)}">
${languages.map((other) => html`<link rel="alternate" hreflang="${other}" href="${at(other)}">\n`)}<link rel="alternate" hreflang="x-default" href="${at('en')}">
<link rel="alternate" type="application/atom+xml" href="${feedPaths.atom(language)}" title="Atom">
<link rel="alternate" type="application/feed+json" href="${feedPaths.json(language)}" title="JSON Feed">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${stylePath}">
</head>
<body>
<a class="skip" href="#main">${say(pageWords.skip, language)}</a>
<header>
<nav aria-label="${say(pageWords.languages, language)}">
${languages.map((other) => languageHtml(other))}</nav>
</header>
<main id="main" tabindex="-1">
<p class="back"><a href="${publicPath(language)}">${say(changeWords.backToList, language)}</a></p>
<h1>${title}</h1>
${content}</main>
<footer>
<p>${say(pageWords.footer, language)}</p>
</footer>
</body>
</html>
`.html

  function languageHtml(other: Language): Html {
    const name = other === 'en' ? 'English' : 'Français'
    return other === language
      ? html`<span aria-current="true">${name}</span>\n`
      : html`<a href="${path(other)}" hreflang="${other}" lang="${other}">${name}</a>\n`
  }
}
