import { type Language, withFirst } from './words.ts'

const written: Record<Language, Intl.DateTimeFormat> = {
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
  fr: new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'UTC' }),
}

/** A `YYYY-MM-DD` as people write it; any other text as it stands. */
export function writtenDay(day: string, language: Language): string {
  const at = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(at) ? day : withFirst(written[language].format(at), language)
}
