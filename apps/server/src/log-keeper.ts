import { randomBytes } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '@ropewalk/db/database.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { fingerprintOf, publicKeyOf, type SigningKey } from '@ropewalk/log/keys.ts'
import { owedHeads } from '@ropewalk/services/backups/owed-heads.ts'
import { type HeadKeeper, headLine, noteOfLine } from '@ropewalk/services/log/heads.ts'
import { heldLogKey, holdLogKey } from '@ropewalk/services/log/log-key.ts'
import { registerIdOf } from '@ropewalk/services/register-id.ts'
import { keptSecret, secretIn } from './data-folder.ts'
import type { Settings } from './settings.ts'

const noKey = both(
  'The log of this register is signed with the key {held}, and the data folder {folder} has none: copy the file log-key from the instance that has it, or restore a backup, which is the lawful way to a new key.',
  'Le journal de ce registre est signé avec la clé {held}, et le dossier de données {folder} n’en a pas : copiez le fichier log-key depuis l’instance qui l’a, ou restaurez une sauvegarde, seule voie licite vers une nouvelle clé.',
)

/**
 * The key that signs heads, made at the first start, and `heads.log`: both in the data folder, outside the database,
 * which holds the public key. Refuses a folder with another key, or none, where the database holds one.
 */
export async function logKeeper(
  database: Database,
  { data }: Pick<Settings, 'data'>,
): Promise<HeadKeeper> {
  const held = await heldLogKey(database)
  if (held && secretIn(logKeyFile(data)) === undefined)
    throw new Refusal('UNAVAILABLE', noKey, {
      values: { held: fingerprintOf(held), folder: data },
    })
  const secret = keptSecret(logKeyFile(data), newLogKey)
  const key = signingKeyOf(secret, await registerIdOf({ database }))
  await holdLogKey(database, publicKeyOf(key), new Date())
  await keepOwedHeads(database, data)
  return folderKeeper(key, data)
}

/** The heads of a data folder under a key. */
function folderKeeper(key: SigningKey, data: string): HeadKeeper {
  return {
    key,
    last: () => lastHead(data),
    keep: (note) => addLines(headsFile(data), [headLine(note)]),
  }
}

/** The signed note that `heads.log` of a data folder ends with. */
export async function lastHead(data: string): Promise<string | undefined> {
  const line = (await textOf(headsFile(data))).trimEnd().split('\n').at(-1)
  return line ? noteOfLine(line) : undefined
}

/** What a restore owes the list of heads is added when the register is next opened, however the restore ended. */
async function keepOwedHeads(database: Database, data: string): Promise<void> {
  const owed = await owedHeads(database)
  const newest = owed.at(-1)
  if (newest === undefined) return
  const kept = (await textOf(headsFile(data))).split('\n').filter((line) => line !== '')
  if (kept.includes(newest)) return
  await addLines(headsFile(data), kept.length > 0 ? [newest] : owed)
}

export const logKeyFile = (data: string): string => join(data, 'log-key')
export const newLogKey = (): string => randomBytes(32).toString('base64')
export const headsFile = (data: string): string => join(data, 'heads.log')

/** Named after the register, so that a head says whose log it is of. */
export const signingKeyOf = (secret: string, registerId: string): SigningKey => ({
  name: `ropewalk/${registerId}`,
  secret: Uint8Array.from(Buffer.from(secret, 'base64')),
})

async function addLines(file: string, lines: readonly string[]): Promise<void> {
  const handle = await open(file, 'a', 0o600)
  try {
    await handle.write(`${lines.join('\n')}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const textOf = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  })
