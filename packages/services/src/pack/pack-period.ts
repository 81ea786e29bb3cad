import { dayAfter } from '@ropewalk/domain/day-after.ts'
import type { Actor } from '@ropewalk/domain/permissions.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import * as z from 'zod'
import { clockOf, timeZoneOf } from '../clock.ts'
import { endOfDay, momentOf } from '../log/moment.ts'
import { checkedDays } from '../log/span.ts'
import { accepted, type Context, permit } from '../verb.ts'

const Days = z.strictObject({ from: z.string().max(10), to: z.string().max(10) })

/** The days of a pack, both whole, and the entries of the log that they hold. Plain data. */
export type PackPeriod = {
  from: string
  to: string
  /** IANA; where the organisation is. */
  timeZone: string
  /** ISO 8601 UTC. */
  startsAt: string
  endsAt: string
  /** Not over yet: its end is now. */
  open: boolean
  /** The last entry before it, and the last within it. */
  after: number
  upTo: number
}

const future = both(
  'from lies in the future: nothing can be told of {from} yet.',
  'from est dans le futur : rien ne peut encore être dit du {from}.',
)

/** Refuses who may not read all that a pack holds. */
export function permitPack(actor: Actor): void {
  for (const permission of ['register:export', 'history:read', 'access:read'] as const)
    permit(actor, permission)
}

/**
 * The period of a pack. Refuses who may not export, read the history and read the access list: a pack holds all three;
 * and what are no two days in their order, or begin in the future.
 */
export async function packPeriod(context: Context, raw: unknown): Promise<PackPeriod> {
  const { database, now, actor } = context
  permitPack(actor)
  const { from, to } = checkedDays(accepted(Days, raw))
  const { tables, engine } = database
  const { today, timeZone } = await database.reading(async (db) => {
    const register = { db, tables, engine }
    return { ...(await clockOf(register, now())), timeZone: await timeZoneOf(register) }
  })
  if (from > today) throw new Refusal('INVALID', future, { field: 'from', values: { from } })
  const open = to >= today
  const before = dayAfter(from, -1)
  const [start, end] = [
    await momentOf(database, before, now()),
    await momentOf(database, open ? today : to, now()),
  ]
  return {
    from,
    to,
    timeZone,
    startsAt: new Date(endOfDay(before, timeZone).getTime() + 1).toISOString(),
    endsAt: end.at,
    open,
    after: Math.min(start.seq, end.seq),
    upTo: end.seq,
  }
}
