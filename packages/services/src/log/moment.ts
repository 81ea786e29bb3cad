import type { Database } from '@ropewalk/db/database.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { lte, max } from 'drizzle-orm'
import { clockOf, timeZoneOf } from '../clock.ts'

/** A point of the log: up to which entry, and the instant of the question (ISO 8601 UTC). */
export type Moment = { seq: number; at: string }

const refusals = {
  malformed: both(
    'as-of is a day such as 2026-03-31, or an instant such as 2026-03-31T14:00:00Z.',
    'as-of est un jour tel que 2026-03-31, ou un instant tel que 2026-03-31T14:00:00Z.',
  ),
  future: both(
    'as-of lies in the future: the register of {asOf} is not there yet.',
    'as-of est dans le futur : le registre du {asOf} n’existe pas encore.',
  ),
}
const invalid = (text: ReturnType<typeof both>, asOf: string) =>
  new Refusal('INVALID', text, { field: 'as-of', values: { asOf: asOf.slice(0, 40) } })

/** The end of that day where the organisation is, or that instant; now, where the day is today's. */
export async function momentOf(
  { reading, tables, engine }: Database,
  asOf: string,
  now: Date,
): Promise<Moment> {
  return reading(async (db) => {
    const register = { db, tables, engine }
    const { today } = await clockOf(register, now)
    const asked = instantOf(asOf, await timeZoneOf(register))
    const isToday = asOf === today
    if (!isToday && asked > now) throw invalid(refusals.future, asOf)
    const at = (isToday ? now : asked).toISOString()
    const { entries } = tables
    const [found] = await db
      .select({ seq: max(entries.seq) })
      .from(entries)
      .where(lte(entries.at, at))
    return { seq: found?.seq ?? 0, at }
  })
}

function instantOf(asOf: string, timeZone: string): Date {
  try {
    if (/^\d{4}-\d\d-\d\d$/.test(asOf)) return endOfDay(asOf, timeZone)
    if (/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/.test(asOf))
      return new Date(Temporal.Instant.from(asOf).epochMilliseconds)
  } catch {
    // 2026-02-30 has the form of a day and is none.
  }
  throw invalid(refusals.malformed, asOf)
}

/** The last millisecond of a day in a time zone. */
export const endOfDay = (day: string, timeZone: string): Date =>
  new Date(
    Temporal.PlainDate.from(day, { overflow: 'reject' }).add({ days: 1 }).toZonedDateTime(timeZone)
      .epochMilliseconds - 1,
  )
