import { basename } from 'node:path'
import type { Database } from '@ropewalk/db/database.ts'
import type { Alone } from '@ropewalk/db/in-use.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { checkpointOf } from '@ropewalk/log/checkpoint.ts'
import { fingerprintOf, publicKeyOf, type SigningKey, verifierText } from '@ropewalk/log/keys.ts'
import { oweHeads } from '@ropewalk/services/backups/owed-heads.ts'
import { recordRestore } from '@ropewalk/services/backups/told.ts'
import { headIn, headLine, headsOf } from '@ropewalk/services/log/heads.ts'
import { heldLogKey, tellLogKey } from '@ropewalk/services/log/log-key.ts'
import { type Context, workIn } from '@ropewalk/services/verb.ts'
import { keptSecret, secretIn } from '../data-folder.ts'
import { lastHead, logKeyFile, newLogKey, signingKeyOf } from '../log-keeper.ts'
import type { Settings } from '../settings.ts'
import { backupRefusals } from './backup-words.ts'
import { asideName, type Place, placeOf } from './place-of-register.ts'
import { type Backup, openBackup } from './read-backup.ts'
import { rebuilt, refuseUnsound, verified } from './rebuild.ts'

export type Asked = {
  file: string
  /** Whether entries of the register that stands may be given up. */
  older: boolean
  unsigned: boolean
}
type Asker = Pick<Context, 'actor' | 'door' | 'now'>
type Where = Pick<Settings, 'data' | 'databaseUrl'>
export type Restored = {
  entries: number
  givenUp: number
  /** The folder or schema that keeps what was there; undefined where nothing was. */
  aside: string | undefined
  /** Fingerprints. */
  key: string
  formerKey: string | undefined
  /** Whether the secret of the data folder came out of the backup. */
  secretBrought: boolean
}

/**
 * Puts the register of a backup in the place of the one that stands. It is built and verified beside it first, and
 * takes its place in one step: whatever ends this before leaves what was there. Refuses with a sentence. The heads that
 * the register then owes are kept by who opens it next (`logKeeper`).
 */
export async function restoreBackup(asked: Asked, where: Where, asker: Asker): Promise<Restored> {
  const place = placeOf(where)
  const alone = await place.alone()
  try {
    const backup = await openBackup(asked.file, asked)
    try {
      return await replaced({ backup, place, alone, where }, asked, asker)
    } finally {
      backup.close()
    }
  } finally {
    await alone.release()
  }
}

type Replacing = { backup: Backup; place: Place; alone: Alone; where: Where }

async function replaced(
  { backup, place, alone, where: { data } }: Replacing,
  { older }: Asked,
  asker: Asker,
): Promise<Restored> {
  const { manifest } = backup
  const last = await lastHead(data)
  const givenUp = givenUpBy(backup, { alone, last, older })
  const secret = await keyFor(backup, data)
  const key = signingKeyOf(secret, manifest.registerId)
  const database = await rebuilt(backup, place)
  let former: string | undefined
  try {
    const standing = last !== undefined && givenUp === 0 ? [headIn(last, 'heads.log')] : []
    refuseUnsound(await verified(database, backup, standing), backup)
    const context = { ...asker, database }
    await recordRestore.run(context, {
      backupId: manifest.backupId,
      file: basename(backup.file),
      sha256: backup.sha256,
      madeAt: manifest.madeAt,
      entries: manifest.log.entries,
      givenUp,
      headGivenUp: givenUp > 0 && last !== undefined ? headLine(last) : null,
      engineOfBackup: manifest.engine,
    })
    former = await holdKey(context, key)
    await owe(context, { backup, key })
  } catch (error) {
    await database.close()
    await place.discard()
    throw error
  }
  await database.close()
  const brought = await bring(backup, data, secret)
  const aside = asideName(asker.now())
  const wasThere = await place.swap(aside)
  await place.discard()
  return {
    entries: manifest.log.entries,
    givenUp,
    aside: wasThere ? aside : undefined,
    key: fingerprintOf(publicKeyOf(key)),
    formerKey: former,
    secretBrought: brought,
  }
}

type Standing = { alone: Alone; last: string | undefined; older: boolean }

/** How many entries of what stands here are given up. Refuses another register, and giving up without `older`. */
function givenUpBy({ manifest, file }: Backup, { alone, last, older }: Standing): number {
  const { registerId, madeAt, log } = manifest
  const head = last === undefined ? undefined : checkpointOf(last)
  const here = alone.present?.registerId ?? head?.origin.replace(/^ropewalk\//, '')
  if (here !== undefined && here !== registerId)
    throw new Refusal('INVALID', backupRefusals.otherRegister, {
      values: { here, there: registerId, file },
    })
  const entries = Math.max(alone.present?.entries ?? 0, head?.size ?? 0)
  const givenUp = Math.max(0, entries - log.entries)
  if (givenUp > 0 && !older)
    throw new Refusal('CONFLICT', backupRefusals.older, {
      values: { madeAt, entries: log.entries, here: entries, givenUp },
    })
  return givenUp
}

/** The key that signs from now on: the one of the folder, else the backup's, else a new one. */
async function keyFor(backup: Backup, data: string): Promise<string> {
  const own = secretIn(logKeyFile(data))
  const inside = (await backup.bytes('log-key'))?.toString('utf8').trim()
  if (own !== undefined && inside !== undefined && own !== inside)
    throw new Refusal('CONFLICT', backupRefusals.otherKey, { values: { folder: data } })
  return own ?? inside ?? newLogKey()
}

/** Tells that another key signs from now on; the fingerprint of the one before, undefined where it is the same. */
async function holdKey(context: Context, key: SigningKey): Promise<string | undefined> {
  const { database } = context
  const held = await heldLogKey(database)
  const found = publicKeyOf(key)
  if (held && verifierText(held) === verifierText(found)) return undefined
  await database.writing(async (db) => tellLogKey(await workIn(context, db), found))
  return held && fingerprintOf(held)
}

/** The heads of the backup and the first one after it, kept with the register until it is opened. */
async function owe(
  { database, now }: { database: Database; now: () => Date },
  { backup, key }: { backup: Backup; key: SigningKey },
): Promise<void> {
  const heads = headsOf(database, { key, last: async () => undefined, keep: async () => {} }, now)
  const note = await heads.make()
  const earlier = (await backup.bytes('heads.log'))?.toString('utf8').split('\n') ?? []
  await oweHeads(database, [...earlier.filter((line) => line !== ''), headLine(note)])
}

/** Key and secret are put where none is yet, before the register takes its place: without it they mean nothing. */
async function bring(backup: Backup, data: string, logKey: string): Promise<boolean> {
  keptSecret(logKeyFile(data), () => logKey)
  const inside = (await backup.bytes('secret'))?.toString('utf8').trim()
  return inside !== undefined && keptSecret(`${data}/secret`, () => inside) === inside
}
