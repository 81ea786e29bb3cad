import type { Holidays } from '@ropewalk/domain/changes/deadlines.ts'

/** Holidays further off are nobody's to tell yet. */
const yearsAhead = 20

/**
 * The public holidays of these countries (national ones; those of a region are not among them). The list of the world
 * is read when a party first asks for business days: most registers never do.
 */
export async function holidaysOf(countries: readonly (string | null)[]): Promise<Holidays> {
  const wanted = [...new Set(countries)].filter((country) => country !== null)
  if (wanted.length === 0) return () => false
  const { default: Calendar } = await import('date-holidays')
  const calendars = new Map(wanted.map((country) => [country, new Calendar(country)]))
  const years = new Map<string, ReadonlySet<string>>()
  const last = new Date().getUTCFullYear() + yearsAhead
  return (country, day) => {
    const key = `${country} ${day.slice(0, 4)}`
    if (Number(day.slice(0, 4)) > last) return false
    const known = years.get(key)
    if (known) return known.has(day)
    const found = calendars.get(country)?.getHolidays(Number(day.slice(0, 4))) || []
    const days = new Set(found.filter(({ type }) => type === 'public').flatMap(daysOf))
    years.set(key, days)
    return days.has(day)
  }
}

const daysOf = ({ date, start, end }: { date: string; start: Date; end: Date }): string[] => {
  const count = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000))
  const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`)
  return Array.from({ length: count }, (_, nth) =>
    new Date(first + nth * 86_400_000).toISOString().slice(0, 10),
  )
}
