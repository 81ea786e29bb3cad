import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { partsOf, rowsOf } from '@ropewalk/db/backup/parts.ts'
import type { Database, Db } from '@ropewalk/db/database.ts'
import { migrationsOf } from '@ropewalk/db/migrations.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { toBase64 } from '@ropewalk/log/bytes.ts'
import { checkpointOf } from '@ropewalk/log/checkpoint.ts'
import { leafHashOf } from '@ropewalk/log/entry.ts'
import { verifierText } from '@ropewalk/log/keys.ts'
import { signedNote } from '@ropewalk/log/note.ts'
import { append, emptyFrontier, rootOf } from '@ropewalk/log/tree.ts'
import type { MadeBackup } from '@ropewalk/services/backups/told.ts'
import { sha256 } from '@ropewalk/services/log/hash.ts'
import type { HeadKeeper, Heads } from '@ropewalk/services/log/heads.ts'
import { heldLogKey } from '@ropewalk/services/log/log-key.ts'
import { registerIdOf } from '@ropewalk/services/register-id.ts'
import { codeOf } from '../error-code.ts'
import { headsFile } from '../log-keeper.ts'
import { product } from '../product.ts'
import { backupRefusals, keyOutside, neverInside, secretOutside } from './backup-words.ts'
import { Manifest, manifestName, noteName, noteText, partName } from './manifest.ts'
import { type ArchivePart, writeArchive } from './write-archive.ts'

export type Source = {
  database: Database
  /** The data folder. */
  data: string
  now: () => Date
  /** Absent: no key is there to sign, and none is asked to. */
  signer: { keeper: HeadKeeper; heads: Heads } | undefined
}

/** One consistent state of the register as a file, while others read and write. Refuses a name that is taken. */
export async function makeBackup(
  { database, data, now, signer }: Source,
  { file, withKey }: { file: string; withKey: boolean },
): Promise<Omit<MadeBackup, 'file'>> {
  if (existsSync(file)) throw new Refusal('INVALID', backupRefusals.exists, { values: { file } })
  const at = now()
  const head = signer ? await signer.heads.make() : null
  const backupId = randomUUID()
  const held = await heldLogKey(database)
  const secrets = withKey ? await secretsIn(data) : []
  const about = {
    format: 'ropewalk-backup/1' as const,
    backupId,
    madeAt: at.toISOString(),
    product: product.version,
    engine: database.engine,
    registerId: await registerIdOf({ database }),
    migrations: migrationsOf(database.engine).map(({ id, sha256 }) => ({ id, sha256 })),
    inside: {
      logKey: secrets.some(({ name }) => name === 'log-key'),
      secret: secrets.some(({ name }) => name === 'secret'),
    },
  }
  const key = held ? verifierText(held) : null
  const draft = `${file}.${randomBytes(6).toString('hex')}.part`
  try {
    const made = await database.reading(async (db) => {
      const told = register(db, database.engine, head)
      const heads = await bytesOf(headsFile(data))
      const given = [
        ...told.parts,
        fixed('heads.log', heads ?? Buffer.of()),
        ...secrets.map(({ name, bytes }) => fixed(name, bytes)),
      ].map((part) => told.counted(part))
      const manifest = () => {
        const { logKey, secret } = about.inside
        const notInside = [
          ...neverInside,
          ...(logKey ? [] : [keyOutside]),
          ...(secret ? [] : [secretOutside]),
        ]
        const log = { ...told.log(), head, key }
        const whole = { ...about, log, notInside, tables: told.tables, parts: told.hashes }
        return Buffer.from(`${JSON.stringify(Manifest.parse(whole), null, 1)}\n`)
      }
      const last = signer ? signed(about.registerId, manifest, signer.keeper) : [late(manifest)]
      const written = await writeArchive(file, draft, { parts: [...given, ...last], at })
      return { ...written, entries: told.log().entries }
    })
    return { backupId, ...made, keyInside: about.inside.logKey }
  } catch (error) {
    throw refusalOf(error, file)
  }
}

const late = (bytes: () => Buffer): ArchivePart => ({
  name: manifestName,
  bytes: async function* () {
    yield bytes()
  },
})

function signed(registerId: string, manifest: () => Buffer, { key }: HeadKeeper): ArchivePart[] {
  let text: Buffer = Buffer.of()
  const made = late(() => {
    text = manifest()
    return text
  })
  const note = () => {
    const hash = createHash('sha256').update(text).digest('hex')
    return Buffer.from(signedNote(noteText(registerId, hash), key))
  }
  return [made, { ...late(note), name: noteName }]
}

/** The tables as parts, with what is known of them once they have passed. */
function register(db: Db, engine: Database['engine'], head: string | null) {
  const tables: Manifest['tables'] = []
  const hashes: Manifest['parts'] = []
  const before = head === null ? undefined : checkpointOf(head)
  let frontier = emptyFrontier
  const agree = () => {
    if (!before || frontier.size !== before.size) return
    if (toBase64(rootOf(frontier, sha256)) !== toBase64(before.root))
      throw new Refusal('UNAVAILABLE', backupRefusals.inconsistent)
  }
  const parts = partsOf(engine).map(
    (part): ArchivePart => ({
      name: partName(part.name),
      async *bytes() {
        let rows = 0
        const leaf = part.columns.findIndex(({ name }) => name === 'leaf')
        for await (const batch of rowsOf(db, engine, part)) {
          rows += batch.length
          if (part.name === 'entries')
            for (const row of batch) {
              frontier = append(frontier, leafHashOf(String(row[leaf]), sha256), sha256)
              agree()
            }
          yield Buffer.from(batch.map((row) => `${JSON.stringify(row)}\n`).join(''))
        }
        tables.push({ ...part, rows })
      },
    }),
  )
  return {
    parts,
    tables,
    hashes,
    log: () => ({ entries: frontier.size, root: toBase64(rootOf(frontier, sha256)) }),
    counted: ({ name, bytes }: ArchivePart): ArchivePart => ({
      name,
      async *bytes() {
        const hash = createHash('sha256')
        let total = 0
        for await (const chunk of bytes()) {
          hash.update(chunk)
          total += chunk.length
          yield chunk
        }
        hashes.push({ name, bytes: total, sha256: hash.digest('hex') })
      },
    }),
  }
}

const fixed = (name: string, content: Buffer): ArchivePart => ({
  name,
  bytes: async function* () {
    yield content
  },
})

async function secretsIn(data: string): Promise<{ name: string; bytes: Buffer }[]> {
  const found = await Promise.all(
    ['log-key', 'secret'].map(async (name) => ({ name, bytes: await bytesOf(join(data, name)) })),
  )
  return found.flatMap(({ name, bytes }) => (bytes ? [{ name, bytes }] : []))
}

export const bytesOf = (file: string): Promise<Buffer | undefined> =>
  readFile(file).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  })

function refusalOf(error: unknown, file: string): unknown {
  if (error instanceof Refusal) return error
  const why = codeOf(error)
  if (why === 'EEXIST') return new Refusal('INVALID', backupRefusals.exists, { values: { file } })
  if (why === 'ENOSPC') return new Refusal('NO_ROOM', backupRefusals.noRoom, { values: { file } })
  if (/^E[A-Z]+$/.test(why))
    return new Refusal('INVALID', backupRefusals.unwritable, { values: { file, why } })
  return error
}
