import type { Register } from '@ropewalk/db/records.ts'
import { firstOrganisation } from './first-organisation.ts'

/** The instant, and the day that it is in the organisation's time zone (UTC while there is none). */
export async function clockOf(
  register: Register,
  at: Date,
): Promise<{ now: string; today: string }> {
  return { now: at.toISOString(), today: dayIn(await timeZoneOf(register), at) }
}

/** The organisation's time zone (IANA); UTC while there is none. */
export async function timeZoneOf(register: Register): Promise<string> {
  return (await firstOrganisation(register))?.timeZone ?? 'UTC'
}

const formats = new Map<string, Intl.DateTimeFormat>()
/** `YYYY-MM-DD` of an instant in an IANA time zone. */
export function dayIn(timeZone: string, at: Date): string {
  const known =
    formats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })
  formats.set(timeZone, known)
  return known.format(at)
}

/** The instant so many milliseconds later (ISO 8601, UTC). */
export const later = (instant: string, milliseconds: number): string =>
  new Date(Date.parse(instant) + milliseconds).toISOString()
