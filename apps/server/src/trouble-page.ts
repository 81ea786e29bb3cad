import { createHash } from 'node:crypto'
import { both, type Language, say } from '@ropewalk/domain/words.ts'

type Told = { language: Language; message: string; reference: string | undefined }

/** A page of one sentence, for a browser whose request could not be answered. */
export const troublePage = ({ language, message, reference }: Told): string => `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>Ropewalk</title><style>${style}</style></head>
<body><main><h1>${escaped(message)}</h1>${
  reference === undefined ? '' : `<p>${say(referenceText, language, { reference })}</p>`
}<p><a href="/">${say(backText, language)}</a></p></main></body>
</html>
`

const style =
  ':root{color-scheme:light dark}body{font:16px/1.6 Inter,system-ui,sans-serif;margin:0;padding:64px 24px}main{max-width:68ch;margin:auto}h1{font-size:20px;line-height:1.4;font-weight:550}'

/** What a Content-Security-Policy must name so that the page's own style applies. */
export const troubleStyleHash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`

const referenceText = both('Reference: {reference}', 'Référence : {reference}')
const backText = both('Back to the start', 'Retour à l’accueil')

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
