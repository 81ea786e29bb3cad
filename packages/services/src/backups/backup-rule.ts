import type { Database } from '@ropewalk/db/database.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import * as z from 'zod'
import { factOf, keepFact } from '../facts.ts'
import { type Work, writing } from '../verb.ts'

/** How often the server makes a backup by itself and how many of those it keeps; version 0 while nobody has decided. */
export type BackupRule = {
  version: number
  /** Hours between two backups, 744 (31 days) at most; 0: none are made. */
  everyHours: number
  /** How many files are kept: 1 to 100. */
  keep: number
}

export const ruleKey = 'backup-rule'
const usual: BackupRule = { version: 0, everyHours: 24, keep: 7 }
const limits = { everyHours: z.int().min(0).max(744), keep: z.int().min(1).max(100) }
const kept = z.object({ version: z.int(), ...limits })

const stale = both(
  'When backups are made was changed meanwhile: look again, then decide.',
  'Le rythme des sauvegardes a été modifié entre-temps : revoyez-le, puis décidez.',
)

export async function ruleOf(work: Pick<Work, 'db' | 'tables'>): Promise<BackupRule> {
  const fact = await factOf(work, ruleKey)
  return fact === undefined ? usual : kept.parse(JSON.parse(fact))
}

export const readRule = ({ reading, tables }: Database): Promise<BackupRule> =>
  reading((db) => ruleOf({ db, tables }))

export const changeBackupRule = writing(
  { verb: 'backup.ruleChanged', permission: 'backup:manage', fresh: true },
  z.strictObject({ version: z.int().min(0), ...limits }),
  async (work, { version, ...given }) => {
    const before = await ruleOf(work)
    if (before.version !== version)
      throw new Refusal('CONFLICT', stale, { details: { yours: version, theirs: before } })
    const after: BackupRule = { version: version + 1, ...given }
    await keepFact(work, ruleKey, JSON.stringify(after))
    return { change: { of: ruleKey, before, after }, result: after }
  },
)
