import { dayAfter } from '../day-after.ts'
import type { NoticeTerms } from './notice-terms.ts'

/** Whether `YYYY-MM-DD` is a public holiday of a country (ISO 3166-1 alpha-2). */
export type Holidays = (country: string, day: string) => boolean

export type Deadlines = {
  /** The last day on which one may object: it ends at midnight where the organisation is. */
  objectUntil: string
  /** The first day on which the change may take effect. */
  earliest: string
}

/**
 * A period in days begins on the day after the announcement, as in Art. 3(1) of Regulation 1182/71; its last day
 * counts in full. So nothing takes effect before the day after the notice, nor while one may still object.
 */
export function deadlinesFrom(
  announcedOn: string,
  terms: Pick<NoticeTerms, 'noticeDays' | 'objectionDays' | 'count' | 'holidaysIn'>,
  holidays: Holidays,
): Deadlines {
  const after = (days: number) =>
    terms.count === 'calendar'
      ? dayAfter(announcedOn, days)
      : businessDayAfter(announcedOn, days, (day) => isBusiness(day, terms.holidaysIn, holidays))
  const objectUntil = after(terms.objectionDays)
  const afterNotice = terms.noticeDays === 0 ? announcedOn : dayAfter(after(terms.noticeDays), 1)
  const afterObjections = dayAfter(objectUntil, 1)
  return { objectUntil, earliest: later(afterNotice, afterObjections) }
}

function businessDayAfter(from: string, count: number, isOpen: (day: string) => boolean): string {
  let day = from
  for (let left = count; left > 0; ) {
    day = dayAfter(day, 1)
    if (isOpen(day)) left -= 1
  }
  return day
}

function isBusiness(day: string, country: string | null, holidays: Holidays): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && (country === null || !holidays(country, day))
}

/** The longest of them wins: nobody may object later, and nothing takes effect before. */
export const longest = (all: readonly Deadlines[]): Deadlines | undefined =>
  all.reduce<Deadlines | undefined>(
    (found, each) => ({
      objectUntil: later(found?.objectUntil, each.objectUntil),
      earliest: later(found?.earliest, each.earliest),
    }),
    undefined,
  )

const later = (one: string | undefined, other: string) =>
  one !== undefined && one > other ? one : other
