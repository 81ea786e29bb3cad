import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import * as z from 'zod'
import { accepted, type Context, permit, type Verb, writing } from '../verb.ts'

export type BackupWork = 'make' | 'try'
/** What a server does with backups beside its other work. */
export type BackupRunner = {
  /** What is under way since when (ISO 8601 UTC); null when nothing is. */
  running(): { what: BackupWork; since: string } | null
  /** Begins, and answers before it has ended; how it ended is told in the log. */
  begin(what: BackupWork): void
}

const refusals = {
  elsewhere: both(
    'Backups are made by the server; here is none.',
    'Les sauvegardes sont faites par le serveur ; il n’y en a pas ici.',
  ),
  running: both(
    'A backup or a trial of one is under way: wait until it has ended.',
    'Une sauvegarde ou un essai est en cours : attendez la fin.',
  ),
}

const Asked = z.strictObject({ what: z.enum(['make', 'try']) })
const told = writing(
  { verb: 'backup.asked', permission: 'backup:manage', fresh: true },
  Asked,
  async (_, after) => ({ change: { of: 'backup', before: null, after }, result: {} }),
)

/** Begins a backup into the data folder, or a trial restore of the newest one. It ends later, and the log tells how. */
export const askBackup: Verb<typeof Asked, Record<string, never>> = {
  input: Asked,
  permission: 'backup:manage',
  async run(context: Context, raw) {
    permit(context.actor, 'backup:manage')
    const { what } = accepted(Asked, raw)
    const { backups } = context
    if (!backups) throw new Refusal('UNAVAILABLE', refusals.elsewhere)
    if (backups.running()) throw new Refusal('CONFLICT', refusals.running)
    await told.run(context, { what })
    backups.begin(what)
    return {}
  },
}
