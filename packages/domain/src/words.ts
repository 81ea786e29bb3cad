/** The languages of the product. Adding one makes the compiler name every text without it. */
export const languages = ['en', 'fr'] as const
export type Language = (typeof languages)[number]

/** One text in every language, with `{name}` and `{n, plural, one {…} other {…}}` (`#` is the number). */
export type Text = Readonly<Record<Language, string>>
export const both = (en: string, fr: string): Text => ({ en, fr })

/** What stands in the places of a text; a value that is a text itself is said in the reader's language. */
export type Values = Readonly<Record<string, string | number | Text>>

/** A text and what stands in its places: plain data that a door renders in its reader's language. */
export type Sentence = { text: Text; values: Values }

export const say = (text: Text, language: Language, values: Values = {}): string =>
  filled(text[language], language, values)

export const sayAll = (sentence: Sentence, language: Language): string =>
  say(sentence.text, language, sentence.values)

/** `de` before a French word: `de mesure`, `d’activité`. */
export const deBefore = (word: string): string =>
  /^[aeiouyàâéèêëîïôûœ]/i.test(word) ? `d’${word}` : `de ${word}`

/** The first of a month as French writes it: `1er mars 2026`; other days, and English, stay. */
export const withFirst = (day: string, language: Language): string =>
  language === 'fr' ? day.replace(/^1 (?=\p{L})/u, '1er ') : day

const place = /\{(\w+)(?:, plural, one \{([^{}]*)\} other \{([^{}]*)\})?\}/g

const filled = (pattern: string, language: Language, values: Values) =>
  pattern.replace(place, (whole, name: string, one?: string, other?: string) => {
    const value = values[name]
    if (value === undefined) return whole
    if (typeof value === 'object') return value[language]
    if (one === undefined || other === undefined) return String(value)
    const count = Number(value)
    const form = pluralsOf(language).select(count) === 'one' ? one : other
    return form.replaceAll('#', count.toLocaleString(language))
  })

const rules = new Map<Language, Intl.PluralRules>()
function pluralsOf(language: Language): Intl.PluralRules {
  const known = rules.get(language)
  if (known) return known
  const made = new Intl.PluralRules(language)
  rules.set(language, made)
  return made
}
