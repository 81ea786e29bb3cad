import type { Language } from '@ropewalk/domain/words.ts'

/** A plain text as HTML of the same words: paragraphs at empty lines, web addresses as links. */
export const htmlOfText = (subject: string, text: string, language: Language): string =>
  documentOf(subject, language, paragraphsOf(text))

/** The same of a text that stands in several languages, one after the other; the subject is in the first. */
export function htmlOfTexts(
  subject: string,
  texts: readonly { language: Language; text: string }[],
): string {
  const [first] = texts
  if (!first) throw new Error('A mail without a text was written.')
  if (texts.length === 1) return htmlOfText(subject, first.text, first.language)
  const parts = texts.map(
    ({ language, text }) => `<div lang="${language}">\n${paragraphsOf(text)}\n</div>`,
  )
  return documentOf(subject, first.language, parts.join('\n<hr>\n'))
}

const documentOf = (subject: string, language: Language, content: string) => `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${escaped(subject)}</title></head>
<body style="font:16px/1.5 system-ui,sans-serif;max-width:40em">
${content}
</body>
</html>
`

const paragraphsOf = (text: string): string =>
  text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${linked(escaped(paragraph)).replaceAll('\n', '<br>\n')}</p>`)
    .join('\n')

const linked = (markup: string) =>
  markup.replaceAll(/https?:\/\/[^\s<>]*[^\s<>.,;:!?)»]/g, (url) => `<a href="${url}">${url}</a>`)

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
