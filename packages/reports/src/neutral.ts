// What a spreadsheet takes for the start of a formula, also after spaces and in full width, behind any apostrophes.
const formula = /^'*\s*[=+\-@\t\r\n\0＝＋－＠]/u
const neutral = /^''*\s*[=+\-@\t\r\n\0＝＋－＠]/u

/**
 * A text that no spreadsheet reads as a formula: one apostrophe in front where it would. A text that already has
 * apostrophes in front of a formula gets one more, so that taking exactly one off always gives the text back.
 */
export const neutralised = (text: string): string => (isFormula(text) ? `'${text}` : text)

/** The text that was neutralised, exactly. */
export const unneutralised = (cell: string): string => (neutral.test(cell) ? cell.slice(1) : cell)

export const isFormula = (text: string): boolean => formula.test(text)
