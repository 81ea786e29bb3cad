import type { Register } from '@ropewalk/db/records.ts'
import { asc, isNull } from 'drizzle-orm'

/** The instant, and the day that it is in the organisation's time zone (UTC while there is none). */
export async function clockOf(
  register: Register,
  at: Date,
): Promise<{ now: string; today: string }> {
  return { now: at.toISOString(), today: dayIn(await timeZoneOf(register), at) }
}

/** The organisation's time zone (IANA); UTC while there is none. */
export async function timeZoneOf({ db, tables }: Register): Promise<string> {
  const { organisation } = tables.nouns
  const [found] = await db
    .select({ timeZone: organisation.timeZone })
    .from(organisation)
    .where(isNull(organisation.archivedAt))
    .orderBy(asc(organisation.number))
    .limit(1)
  return found?.timeZone ?? 'UTC'
}

const formats = new Map<string, Intl.DateTimeFormat>()
/** `YYYY-MM-DD` of an instant in an IANA time zone. */
export function dayIn(timeZone: string, at: Date): string {
  const known =
    formats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })
  formats.set(timeZone, known)
  return known.format(at)
}

/** `YYYY-MM-DD` so many days later. */
export const dayAfter = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
