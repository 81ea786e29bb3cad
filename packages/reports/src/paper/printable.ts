// Controls, noncharacters, byte order marks, unpaired halves and overrides of the writing direction.
const unprintable =
  /(?![\n\t])[\p{Control}\p{Surrogate}\u202d\u202e\ufeff\ufff9-\ufffb\ufffe\uffff]/gu

/** A text as paper shows it: line ends as `\n`, and what no page can show by its code point, such as `‹U+0007›`. */
export const printable = (text: string): string =>
  text.replaceAll(/\r\n?|[\u2028\u2029]/g, '\n').replaceAll(unprintable, byCode)

export const byCode = (character: string): string =>
  `‹U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`
