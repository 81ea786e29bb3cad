import { dayAfter } from '@ropewalk/domain/day-after.ts'
import { limits } from '@ropewalk/domain/limits.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import type { Context } from '../verb.ts'
import type { Span } from './log-datasets.ts'
import { momentOf } from './moment.ts'

const refusals = {
  day: both('{field} is a day such as 2026-03-31.', '{field} est un jour tel que 2026-03-31.'),
  order: both('to lies before from.', 'to précède from.'),
  needed: both(
    'Differences need two days: from and to.',
    'Les différences demandent deux jours : from et to.',
  ),
}

type Days = { from?: string | undefined; to?: string | undefined }

/** The entries of the days from and to, both whole; without them from the first entry, to the newest. */
export async function spanOfDays({ database, now, asOf }: Context, days: Days): Promise<Span> {
  const { from, to } = checkedDays(days)
  const newest = asOf?.moment.seq ?? limits.sequence
  const seqAt = async (day: string) => (await momentOf(database, day, now())).seq
  const after = from === undefined ? 0 : await seqAt(dayAfter(from, -1))
  return { after, upTo: to === undefined ? newest : Math.min(newest, await seqAt(to)) }
}

/** Between the end of one day and the end of another: what the register differs in. */
export async function spanBetween({ database, now, asOf }: Context, days: Days): Promise<Span> {
  const { from, to } = checkedDays(days)
  if (from === undefined || to === undefined)
    throw new Refusal('INVALID', refusals.needed, { field: from === undefined ? 'from' : 'to' })
  const newest = asOf?.moment.seq ?? limits.sequence
  const seqAt = async (day: string) => Math.min(newest, (await momentOf(database, day, now())).seq)
  return { after: await seqAt(from), upTo: await seqAt(to) }
}

/** Both days as they were given. Refuses what is no day, and an end before its beginning. */
export function checkedDays<D extends Days>(days: D): D {
  const { from, to } = days
  for (const [field, day] of Object.entries({ from, to }))
    if (day !== undefined && !isDay(day))
      throw new Refusal('INVALID', refusals.day, { field, values: { field } })
  if (from !== undefined && to !== undefined && to < from)
    throw new Refusal('INVALID', refusals.order, { field: 'to' })
  return days
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}
