import { checkpointOf } from '@ropewalk/log/checkpoint.ts'
import { eq } from 'drizzle-orm'
import * as z from 'zod'
import { type Context, reading } from '../verb.ts'
import { faultSentence } from './fault-words.ts'
import type { HeadKeeper } from './heads.ts'
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
  const { size = 0, root } = note === undefined ? {} : checkpointOf(note)
  const heads = root ? [{ size, root, from: 'heads.log' }] : []
  const { entries, faults } = await verifyLive(database, heads)
  const found: LogCheck = {
    at: now().toISOString(),
    entries,
    faults: faults.length,
    sentences: faults.slice(0, faultsKept).map(faultSentence),
  }
  const value = JSON.stringify(found)
  const { facts } = database.tables
  await database.writing((db) =>
    db
      .insert(facts)
      .values({ key, value })
      .onConflictDoUpdate({ target: facts.key, set: { value } }),
  )
  return found
}

/** The last check, for those who read the access list; null before the first one. */
export const readLogCheck = reading(
  { permission: 'access:read' },
  z.unknown(),
  async ({ log: { db, tables } }): Promise<LogCheck | null> => {
    const { facts } = tables
    const [kept] = await db.select().from(facts).where(eq(facts.key, key))
    return kept ? (JSON.parse(kept.value) as LogCheck) : null
  },
)
