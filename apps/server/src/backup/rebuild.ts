import type { Database } from '@ropewalk/db/database.ts'
import { type Migration, migrationsOf, pendingOf } from '@ropewalk/db/migrations.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { fromBase64 } from '@ropewalk/log/bytes.ts'
import type { Head } from '@ropewalk/log/verifier.ts'
import { faultSentence } from '@ropewalk/services/log/fault-words.ts'
import { headIn } from '@ropewalk/services/log/heads.ts'
import { type Verified, verifyLive } from '@ropewalk/services/log/verify-live.ts'
import { backupRefusals } from './backup-words.ts'
import type { Scratch } from './place-of-register.ts'
import type { Backup } from './read-backup.ts'

/**
 * The register of a backup built in a scratch place: every part held against the manifest, every row counted, links
 * checked. The caller closes it. Refuses with a sentence; nothing is left in the scratch place then.
 */
export async function rebuilt(backup: Backup, scratch: Scratch): Promise<Database> {
  const { manifest, file } = backup
  const known = knownMigrations(manifest)
  try {
    return await scratch.build(known.length, async (load) => {
      for (const { rows, ...part } of manifest.tables) {
        let count = 0
        for await (const some of backup.rows(part)) {
          count += some.length
          await load(part, some)
        }
        if (count !== rows) throw refused(`${part.name}: ${count} ≠ ${rows}`)
      }
      for (const { name } of manifest.parts)
        if (!name.startsWith('tables/')) await backup.bytes(name)
    })
  } catch (error) {
    await scratch.discard()
    if (error instanceof Refusal || !isOfContent(error)) throw error
    throw refused(error.message)
  }

  function refused(why: string) {
    return new Refusal('INVALID', backupRefusals.rows, { values: { file, why } })
  }
}

// Of the rows, not of the machine or the rights in the database.
const isOfContent = (error: unknown): error is Error =>
  error instanceof Error && !('code' in error && /^(E[A-Z]+|42501)$/.test(String(error.code)))

function knownMigrations({ engine, migrations, product }: Backup['manifest']): Migration[] {
  const ours = migrationsOf(engine)
  try {
    pendingOf(ours, migrations)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Refusal('INVALID', backupRefusals.newer, { values: { product, why } })
  }
  return ours.slice(0, migrations.length)
}

/** The whole log of a rebuilt register recomputed, against what the manifest says of it and the heads given. */
export function verified(
  database: Database,
  { manifest: { log }, file }: Backup,
  heads: readonly Head[] = [],
): Promise<Verified> {
  const own: Head[] = [{ size: log.entries, root: fromBase64(log.root, 32), from: file }]
  if (log.head !== null) own.push(headIn(log.head, file))
  return verifyLive(database, [...own, ...heads])
}

/** Refuses a register that does not agree with its own log, naming the first faults. */
export function refuseUnsound({ faults }: Verified, { file }: Backup): void {
  if (faults.length === 0) return
  const some = faults.slice(0, 3).map(faultSentence)
  const all = both(some.map(({ en }) => en).join(' '), some.map(({ fr }) => fr).join(' '))
  throw new Refusal(
    'INVALID',
    both(
      backupRefusals.unsound.en.replace('{faults}', all.en),
      backupRefusals.unsound.fr.replace('{faults}', all.fr),
    ),
    { values: { file } },
  )
}
