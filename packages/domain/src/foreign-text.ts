import type { Text } from './words.ts'

// C0 and C1 controls save tab and line ends; bidirectional embeddings, overrides and isolates.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/u
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const controlOrBreak = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u
const bidirectional = /[\u202a-\u202e\u2066-\u2069]/u

export const textFaults = {
  surrogate: { en: 'it holds half of a character pair', fr: 'il contient une moitié de caractère' },
  control: { en: 'it holds a control character', fr: 'il contient un caractère de contrôle' },
  bidirectional: {
    en: 'it holds a character that reverses the direction of text',
    fr: 'il contient un caractère qui inverse le sens du texte',
  },
} as const satisfies Record<string, Text>

/** Why a text may not be kept, or nothing. One line: also no tab or line end. */
export function faultOf(value: string, lines: 'one' | 'several'): Text | undefined {
  if (!value.isWellFormed()) return textFaults.surrogate
  if ((lines === 'one' ? controlOrBreak : control).test(value)) return textFaults.control
  if (bidirectional.test(value)) return textFaults.bidirectional
  return undefined
}

/** NFC, line ends as LF, no space around. */
export const tidy = (value: string): string => value.replace(/\r\n?/g, '\n').normalize('NFC').trim()

/** How search and sorting see a text: NFKD, marks off, lower case. */
export const folded = (value: string): string =>
  plain.test(value)
    ? value.toLowerCase()
    : value.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII, which folding leaves as it is
const plain = /^[\u0000-\u007f]*$/
