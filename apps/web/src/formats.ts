import type { Language } from '@ropewalk/domain/words.ts'
import { useMemo } from 'react'
import { useLanguage } from './language.ts'

/** Days, times, numbers and lists as the reader writes them. */
export function useFormats(): ReturnType<typeof formatsIn> {
  const language = useLanguage()
  return useMemo(() => formatsIn(language), [language])
}

function formatsIn(language: Language) {
  const locale = language === 'en' ? 'en-GB' : 'fr-FR'
  const number = new Intl.NumberFormat(locale)
  // A day has no zone: it is read and written in the same one.
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const shortDay = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'short' })
  const list = new Intl.ListFormat(locale)
  return {
    number: (value: number) => number.format(value),
    /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; anything else comes back as it is. */
    day: (value: string) => dayIn(value, day, month),
    shortDay: (value: string) => dayIn(value, shortDay, month),
    /** ISO 8601 in UTC, shown in the reader's own zone. */
    time: (value: string) => time.format(new Date(value)),
    clock: (value: Date) => clock.format(value),
    list: (values: readonly string[]) => list.format(values),
  }
}

function dayIn(value: string, day: Intl.DateTimeFormat, month: Intl.DateTimeFormat) {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return day.format(new Date(`${value}T00:00:00Z`))
  if (/^\d{4}-\d{2}$/.test(value)) return month.format(new Date(`${value}-01T00:00:00Z`))
  return value
}
