import * as z from 'zod'
import { factOf, keepFact } from '../facts.ts'
import { type Context, reading } from '../verb.ts'
import { faultSentence } from './fault-words.ts'
import { type HeadKeeper, headIn } from './heads.ts'
import { verifyLive } from './verify-live.ts'

const key = 'log-check'
const faultsKept = 20

/** What the last check of the log found: when (ISO 8601 UTC), over how many entries, and the first faults. */
export type LogCheck = {
  at: string
  entries: number
  faults: number
  sentences: readonly { en: string; fr: string }[]
}

/** Recomputes the log as `verify --live` does, against the last head that was signed, and keeps what it found. */
export async function checkLog(
  { database, now }: Pick<Context, 'database' | 'now'>,
  keeper: HeadKeeper,
): Promise<LogCheck> {
  const note = await keeper.last()
  const heads = note === undefined ? [] : [headIn(note, 'heads.log')]
  const { entries, faults } = await verifyLive(database, heads, { isGentle: true })
  const found: LogCheck = {
    at: now().toISOString(),
    entries,
    faults: faults.length,
    sentences: faults.slice(0, faultsKept).map(faultSentence),
  }
  const { tables } = database
  await database.writing((db) => keepFact({ db, tables }, key, JSON.stringify(found)))
  return found
}

/** The last check, for those who read the access list; null before the first one. */
export const readLogCheck = reading(
  { permission: 'access:read' },
  z.unknown(),
  async ({ log }): Promise<LogCheck | null> => {
    const kept = await factOf(log, key)
    return kept === undefined ? null : (JSON.parse(kept) as LogCheck)
  },
)
