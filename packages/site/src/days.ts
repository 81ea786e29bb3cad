import { type Language, withFirst } from '@ropewalk/domain/words.ts'
import { type Html, html } from './html.ts'

/** A `YYYY-MM-DD` as people write it, machine-readable; any other text as it stands. */
export const dayHtml = (day: string, language: Language): Html =>
  html`<time datetime="${day}">${dayText(day, language)}</time>`

const written: Record<Language, Intl.DateTimeFormat> = {
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
  fr: new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'UTC' }),
}

function dayText(day: string, language: Language): string {
  const at = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(at)) return day
  return withFirst(written[language].format(at), language)
}
