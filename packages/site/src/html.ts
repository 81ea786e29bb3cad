import { type Language, say, type Text } from '@ropewalk/domain/words.ts'

/** Markup that may be printed as it stands: whatever came from the register was escaped on its way in. */
export type Html = { readonly html: string }
export type Piece = Html | string | number | undefined | readonly Html[]

export const html = (words: TemplateStringsArray, ...pieces: readonly Piece[]): Html => ({
  html: String.raw({ raw: words }, ...pieces.map(printed)),
})

export const nothing: Html = { html: '' }

/** A text from the register: escaped, and kept from turning the direction of what stands around it. */
export const foreign = (text: string): Html => html`<bdi>${text}</bdi>`

/** Several lines of a register's text, each on its own line. */
export const foreignLines = (text: string): Html =>
  together(text.split('\n').map(foreign), html`<br>`)

export const together = (parts: readonly Html[], between: Html): Html => ({
  html: parts.map((part) => part.html).join(between.html),
})

/** One of our own texts with markup or register texts in its places. */
export const sayHtml = (
  text: Text,
  language: Language,
  values: Readonly<Record<string, Html | string | number>>,
): Html => ({
  html: say(
    text,
    language,
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'number' ? value : printed(value),
      ]),
    ),
  ),
})

function printed(piece: Piece): string {
  if (piece === undefined) return ''
  if (typeof piece === 'string') return escaped(piece)
  if (typeof piece === 'number') return String(piece)
  return 'html' in piece ? piece.html : piece.map((part) => part.html).join('')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
