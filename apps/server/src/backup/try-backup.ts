import { readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { dropSchemasBefore } from '@ropewalk/db/backup/load-postgres.ts'
import { both } from '@ropewalk/domain/words.ts'
import { checkpointOf } from '@ropewalk/log/checkpoint.ts'
import type { TriedRestore } from '@ropewalk/services/backups/told.ts'
import { faultSentence } from '@ropewalk/services/log/fault-words.ts'
import { headIn } from '@ropewalk/services/log/heads.ts'
import { lastHead } from '../log-keeper.ts'
import type { Settings } from '../settings.ts'
import { type Scratch, scratchFolder, scratchSchema, tryName } from './place-of-register.ts'
import { type Backup, openBackup } from './read-backup.ts'
import { rebuilt, verified } from './rebuild.ts'

type Asked = { file: string; unsigned: boolean }
type Where = Pick<Settings, 'data' | 'databaseUrl'>

const sqliteInstead = both(
  'The database did not permit a scratch schema: the backup was restored into SQLite instead, so that PostgreSQL itself was not tried.',
  'La base n’a pas permis de schéma d’essai : la sauvegarde a été restaurée dans SQLite, de sorte que PostgreSQL lui-même n’a pas été essayé.',
)

/** Restores a backup into a scratch place beside the register, verifies it deeply, and throws it away. */
export async function tryBackup(
  { file, unsigned }: Asked,
  where: Where,
  now: Date,
): Promise<TriedRestore> {
  const backup = await openBackup(file, { unsigned })
  try {
    await removeLeftovers(where, now)
    const folder = scratchFolder(where.data, tryName(now))
    if (where.databaseUrl === undefined) return await tried(backup, folder, where)
    try {
      const schema = scratchSchema(where.databaseUrl, tryName(now))
      return await tried(backup, schema, where)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === '42501')) throw error
      const result = await tried(backup, folder, where)
      return { ...result, says: [sqliteInstead, ...result.says] }
    }
  } finally {
    backup.close()
  }
}

async function tried(backup: Backup, scratch: Scratch, { data }: Where): Promise<TriedRestore> {
  const { manifest, file, sha256 } = backup
  const database = await rebuilt(backup, scratch)
  try {
    const last = await lastHead(data)
    const isContained = last !== undefined && checkpointOf(last).size <= manifest.log.entries
    const { faults } = await verified(
      database,
      backup,
      isContained ? [headIn(last, 'heads.log')] : [],
    )
    return {
      backupId: manifest.backupId,
      file: basename(file),
      sha256,
      entries: manifest.log.entries,
      faults: faults.length,
      engine: scratch.engine,
      says: faults.slice(0, 15).map((fault) => {
        const { en, fr } = faultSentence(fault)
        return both(en, fr)
      }),
    }
  } finally {
    await database.close()
    await scratch.discard()
  }
}

const day = 86_400_000

/** Scratch folders and schemas of trials that were killed: their names tell when they began. */
async function removeLeftovers({ data, databaseUrl }: Where, now: Date): Promise<void> {
  const before = tryName(new Date(now.getTime() - day))
  for (const name of await readdir(data))
    if (name.startsWith('ropewalk_try_') && name < before)
      await rm(join(data, name), { recursive: true, force: true })
  if (databaseUrl !== undefined) await dropSchemasBefore(databaseUrl, 'ropewalk_try_', before)
}
