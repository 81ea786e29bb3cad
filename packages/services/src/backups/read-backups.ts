import { and, eq, gt, sql } from 'drizzle-orm'
import * as z from 'zod'
import { entriesWhere } from '../log/entries.ts'
import { permit, readingIn, type Verb, type Work } from '../verb.ts'
import type { BackupRunner } from './ask-backup.ts'
import { type BackupRule, ruleOf } from './backup-rule.ts'
import type { FailedBackup, MadeBackup, RestoredRegister, TriedRestore } from './told.ts'

type At<T> = (T & { at: string }) | null
export type Backups = {
  rule: BackupRule
  running: ReturnType<BackupRunner['running']>
  /** The last of each, with when (ISO 8601 UTC); a failure only while nothing better came after it. */
  made: At<MadeBackup>
  tried: At<TriedRestore>
  notMade: At<FailedBackup>
  notTried: At<FailedBackup>
  restored: At<RestoredRegister>
}

const about = 'access:read'

/** What the last backups and trials came to, for those who read the access list. */
export const readBackups: Verb<z.ZodUnknown, Backups> = {
  input: z.unknown(),
  permission: about,
  async run(context) {
    permit(context.actor, about)
    const running = context.backups?.running() ?? null
    return readingIn({ ...context, asOf: undefined }, about, async (work) => {
      const [made, tried] = [await last(work, 'backup.made'), await last(work, 'backup.tried')]
      return {
        rule: await ruleOf(work),
        running,
        made: shown<MadeBackup>(made),
        tried: shown<TriedRestore>(tried),
        notMade: shown<FailedBackup>(await failedSince(work, 'make', made?.seq)),
        notTried: shown<FailedBackup>(await failedSince(work, 'try', tried?.seq)),
        restored: shown<RestoredRegister>(await last(work, 'register.restored')),
      }
    })
  },
}

type Last = { seq: number; at: string; state: unknown }

async function last(work: Work, verb: string): Promise<Last | undefined> {
  const [entry] = await entriesWhere(work, eq(work.tables.entries.verb, verb), 1)
  return entry && { seq: entry.seq, at: entry.at, state: entry.state.after }
}

async function failedSince(work: Work, what: FailedBackup['what'], seq = 0) {
  const { entries, states } = work.tables
  const mine = sql`${states.value} like ${`%"what":"${what}"%`}`
  const where = and(eq(entries.verb, 'backup.failed'), gt(entries.seq, seq), mine)
  const [entry] = await entriesWhere(work, where, 1)
  return entry && { seq: entry.seq, at: entry.at, state: entry.state.after }
}

const shown = <T>(found: Last | undefined): At<T> =>
  found ? { ...(found.state as T), at: found.at } : null
