import { existsSync } from 'node:fs'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import Client from 'better-sqlite3'
import pg from 'pg'

/** Says until it is let go that somebody uses a register. */
export type Hold = { release(): Promise<void> }
/** The same of who is alone with it, and what stands there; undefined when nothing does, or nothing that can be read. */
export type Alone = Hold & { present: Present | undefined }
type Present = { registerId: string; entries: number }

const inUse = both(
  'The register is in use: a server or another command has it open. Stop it first; nothing was changed.',
  'Le registre est utilisé : un serveur ou une autre commande l’a ouvert. Arrêtez-le d’abord ; rien n’a été modifié.',
)
const beingRestored = both(
  'The register is being restored, or another program keeps it to itself. Try again when that has ended.',
  'Le registre est en cours de restauration, ou un autre programme se le réserve. Réessayez lorsque ce sera terminé.',
)

/** Held shared by everyone who uses the register of a PostgreSQL database, and alone by who replaces it. */
const usersLock = 0x726f7066

/**
 * The file of a register for oneself. Every connection in WAL mode holds a lock on the file as long as it is open, so
 * that leaving that mode succeeds for the only one alone. Refuses while others have it open. A file that is no database
 * any more is nobody's.
 */
export function aloneOnSqlite(file: string): Alone {
  if (!existsSync(file)) return nothingThere
  const client = new Client(file, { timeout: 0 })
  try {
    client.pragma('locking_mode = EXCLUSIVE')
    if (client.pragma('journal_mode = DELETE', { simple: true }) !== 'delete') throw busy()
    client.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    client.close()
    if (isBroken(error)) return nothingThere
    throw isBusy(error) ? busy() : error
  }
  return {
    present: presentOn(client),
    async release() {
      client.close()
    },
  }
}

const nothingThere: Alone = { present: undefined, release: async () => undefined }

const idOf = "select value as id from facts where key = 'registerId'"
const entriesOf = 'select coalesce(max(seq), 0) as entries from entries'

function presentOn(client: Client.Database): Present | undefined {
  try {
    const found = client.prepare(idOf).get() as { id: string } | undefined
    const { entries } = client.prepare(entriesOf).get() as { entries: number }
    return found && { registerId: found.id, entries }
  } catch {
    return undefined
  }
}

const isBroken = (error: unknown) =>
  error instanceof Error && 'code' in error && /^SQLITE_(NOTADB|CORRUPT)/.test(String(error.code))
const busy = () => new Refusal('UNAVAILABLE', inUse)
const isBusy = (error: unknown) =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')

/** What a SQLite file that is being replaced tells who opens it; other errors as they came. */
export const refusalWhileReplaced = (error: unknown): unknown =>
  isBusy(error) ? new Refusal('UNAVAILABLE', beingRestored) : error

/**
 * Tells PostgreSQL that this process uses the register, by a lock of a connection of its own: it ends with the process,
 * and is taken anew when the connection is lost. Refuses while the register is being replaced.
 */
export async function useOnPostgres(address: string): Promise<Hold> {
  let released = false
  let client = await locked(address, 'pg_try_advisory_lock_shared', beingRestored)
  watch()
  function watch() {
    client.once('end', () => {
      if (!released) setTimeout(again, 5_000).unref()
    })
  }
  const again = () =>
    locked(address, 'pg_try_advisory_lock_shared', beingRestored).then(
      (taken) => {
        client = taken
        if (released) void client.end()
        else watch()
      },
      () => setTimeout(again, 5_000).unref(),
    )
  return {
    async release() {
      released = true
      await client.end().catch(() => undefined)
    },
  }
}

/** The register of a PostgreSQL database for oneself. Refuses while any process uses it. */
export async function aloneOnPostgres(address: string): Promise<Alone> {
  const client = await locked(address, 'pg_try_advisory_lock', inUse)
  return { present: await presentAt(client), release: () => client.end() }
}

async function presentAt(client: pg.Client): Promise<Present | undefined> {
  try {
    const { rows } = await client.query<{ id: string }>(idOf)
    const counted = await client.query<{ entries: number }>(entriesOf)
    return rows[0] && { registerId: rows[0].id, entries: counted.rows[0]?.entries ?? 0 }
  } catch {
    return undefined
  }
}

async function locked(address: string, take: string, refused: typeof inUse): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: address,
    connectionTimeoutMillis: 5000,
    keepAlive: true,
  })
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<{ taken: boolean }>(`select ${take}($1) as taken`, [
    usersLock,
  ])
  if (rows[0]?.taken) return client
  await client.end()
  throw new Refusal('UNAVAILABLE', refused)
}
