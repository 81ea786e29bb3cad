import type { Language } from '@ropewalk/domain/words.ts'

/** A plain text as HTML of the same words: paragraphs at empty lines, web addresses as links. */
export function htmlOfText(subject: string, text: string, language: Language): string {
  const paragraphs = text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${linked(escaped(paragraph)).replaceAll('\n', '<br>\n')}</p>`)
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${escaped(subject)}</title></head>
<body style="font:16px/1.5 system-ui,sans-serif;max-width:40em">
${paragraphs.join('\n')}
</body>
</html>
`
}

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
