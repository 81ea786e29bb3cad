import { basename, resolve } from 'node:path'
import type { Database } from '@ropewalk/db/database.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { recordBackup, recordTry } from '@ropewalk/services/backups/told.ts'
import { headsOf } from '@ropewalk/services/log/heads.ts'
import { heldLogKey } from '@ropewalk/services/log/log-key.ts'
import type { Context } from '@ropewalk/services/verb.ts'
import { prepareDataFolder, secretIn } from '../data-folder.ts'
import { logKeeper, logKeyFile } from '../log-keeper.ts'
import { openDatabase } from '../open-database.ts'
import { type Answer, systemActor } from '../people-cli.ts'
import type { Settings } from '../settings.ts'
import { backupRefusals } from './backup-words.ts'
import { makeBackup, type Source } from './make-backup.ts'
import { restoreBackup } from './restore-backup.ts'
import { tryBackup } from './try-backup.ts'

type Given = {
  'with-key'?: boolean | undefined
  unsigned?: boolean | undefined
  older?: boolean | undefined
  try?: boolean | undefined
  'as-job'?: boolean | undefined
}

/** A backup of the register in one file, told in the log once it is whole; a server that asked for it tells it itself. */
export async function backupVerb(
  settings: Settings,
  name: string,
  { 'with-key': withKey = false, unsigned = false, 'as-job': asJob }: Given,
): Promise<Answer> {
  const file = resolve(name)
  prepareDataFolder(settings)
  return opened(settings, async (database) => {
    const context = { ...askerOf(asJob), database }
    const signer = unsigned ? undefined : await signerOf(context, settings)
    const made = await makeBackup(
      { database, data: settings.data, now: context.now, signer },
      { file, withKey },
    )
    const told = { ...made, file: basename(file) }
    if (!asJob) await recordBackup.run(context, told)
    const lines = [
      file,
      `sha-256: ${made.sha256}`,
      `entries of the log: ${made.entries}`,
      `log key inside: ${made.keyInside ? 'yes' : 'no'}`,
    ]
    return { text: lines.join('\n'), json: told }
  })
}

async function signerOf(context: Context, settings: Settings): Promise<Source['signer']> {
  const { database, now } = context
  if ((await heldLogKey(database)) && secretIn(logKeyFile(settings.data)) === undefined)
    throw new Refusal('UNAVAILABLE', backupRefusals.noKey)
  const keeper = await logKeeper(database, settings)
  return { keeper, heads: headsOf(database, keeper, now) }
}

/** The register of a backup in the place of the one that stands, or for a trial beside it. */
export async function restoreVerb(
  settings: Settings,
  name: string,
  { older = false, unsigned = false, try: isTrial, 'as-job': asJob }: Given,
): Promise<Answer> {
  const file = resolve(name)
  prepareDataFolder(settings)
  const asker = askerOf(asJob)
  if (isTrial) return trial(settings, { file, unsigned }, asker)
  const restored = await restoreBackup({ file, older, unsigned }, settings, asker)
  await opened(settings, (database) => logKeeper(database, settings))
  const { aside, formerKey, key } = restored
  const lines = [
    `restored: ${file}`,
    `entries of the log: ${restored.entries}`,
    `given up: ${restored.givenUp}`,
    aside === undefined ? 'nothing was here before' : `what was here is kept in: ${aside}`,
    formerKey === undefined
      ? `key: ${key}`
      : `key: ${key}, a new one; the log was signed before with ${formerKey}`,
  ]
  return { text: lines.join('\n'), json: restored }
}

async function trial(
  settings: Settings,
  asked: { file: string; unsigned: boolean },
  asker: Omit<Context, 'database'>,
): Promise<Answer> {
  const tried = await tryBackup(asked, settings, asker.now())
  if (asker.door !== 'job')
    await opened(settings, (database) => recordTry.run({ ...asker, database }, tried))
  const isSound = tried.faults === 0
  const lines = [
    ...tried.says.map(({ en }) => en),
    `entries of the log: ${tried.entries}`,
    `faults: ${tried.faults}`,
  ]
  return { text: lines.join('\n'), json: tried, ...(isSound ? {} : { exit: 1 as const }) }
}

async function opened<T>(settings: Settings, run: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(settings)
  try {
    return await run(database)
  } finally {
    await database.close()
  }
}

const askerOf = (asJob: boolean | undefined) => ({
  actor: systemActor(),
  door: asJob ? ('job' as const) : ('command' as const),
  now: () => new Date(),
})
