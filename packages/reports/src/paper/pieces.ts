import { byCode, printable } from './printable.ts'

const longWord = /\S{25,}/gu
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const joining = /\p{Script=Arabic}/u

/** A text in pieces between which a line may break: a word of more than 24 characters may break after each 8. */
export function piecesOf(text: string): string[] {
  const pieces: string[] = []
  let end = 0
  for (const { 0: word, index } of text.matchAll(longWord)) {
    if (joining.test(word)) continue
    const letters = Array.from(graphemes.segment(word), ({ segment }) => segment)
    pieces.push(text.slice(end, index) + letters.splice(0, 8).join(''))
    while (letters.length > 0) pieces.push(letters.splice(0, 8).join(''))
    end = index + word.length
    pieces.push('')
  }
  const rest = text.slice(end)
  if (pieces.at(-1) === '') pieces.pop()
  if (rest !== '' || pieces.length === 0) pieces.push(rest)
  return pieces
}

/** Each line of a text in pieces, with the characters that no font holds by their code point. */
export const linesInPieces = (text: string, missing: ReadonlySet<string>): string[][] =>
  printable(text)
    .split('\n')
    .map((line) => piecesOf(shown(line, missing)))

/** The same of a text that stands on one line. */
export const inPieces = (text: string, missing: ReadonlySet<string>): string[] =>
  piecesOf(shown(printable(text).replaceAll(/\s*\n\s*/g, ' '), missing))

const shown = (text: string, missing: ReadonlySet<string>) =>
  missing.size === 0
    ? text
    : Array.from(text, (character) =>
        missing.has(character) ? byCode(character) : character,
      ).join('')
