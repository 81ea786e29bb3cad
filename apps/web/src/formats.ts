import { type Language, withFirst } from '@ropewalk/domain/words.ts'
import { useLanguage } from './language.ts'

/** Days, times, numbers and lists as the reader writes them. */
export const useFormats = (): Formats => formatsIn[useLanguage()]

type Formats = ReturnType<typeof formatsFor>

const locales = { en: 'en-GB', fr: 'fr-FR' } as const

function formatsFor(language: Language) {
  const locale = locales[language]
  const first = (day: string) => withFirst(day, language)
  // Each is made when it is first used, once for all who use it: they take a millisecond or more.
  const number = once(() => new Intl.NumberFormat(locale))
  // A day has no zone: it is read and written in the same one.
  const day = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }))
  const shortDay = once(
    () =>
      new Intl.DateTimeFormat(locale, {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        timeZone: 'UTC',
      }),
  )
  const month = once(
    () => new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  )
  const time = once(
    () => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }),
  )
  const clock = once(() => new Intl.DateTimeFormat(locale, { timeStyle: 'short' }))
  const list = once(() => new Intl.ListFormat(locale))
  return {
    number: (value: number) => number().format(value),
    /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; anything else comes back as it is. */
    day: (value: string) => first(dayIn(value, day, month)),
    shortDay: (value: string) => first(dayIn(value, shortDay, month)),
    /** ISO 8601 in UTC, shown in the reader's own zone. */
    time: (value: string) => first(time().format(new Date(value))),
    clock: (value: Date) => clock().format(value),
    // The first list costs a cold browser 50 ms, and most hold one value.
    list: (values: readonly string[]) =>
      values.length > 1 ? list().format(values) : (values[0] ?? ''),
  }
}

const formatsIn: Record<Language, Formats> = { en: formatsFor('en'), fr: formatsFor('fr') }

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

type Format = () => Intl.DateTimeFormat
function dayIn(value: string, day: Format, month: Format) {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return day().format(new Date(`${value}T00:00:00Z`))
  if (/^\d{4}-\d{2}$/.test(value)) return month().format(new Date(`${value}-01T00:00:00Z`))
  return value
}
