import { join } from 'node:path'
import type { Database } from '@ropewalk/db/database.ts'
import { type Hold, refusalWhileReplaced, useOnPostgres } from '@ropewalk/db/in-use.ts'
import { migratePostgres, migrateSqlite } from '@ropewalk/db/migrate.ts'
import { openPostgres } from '@ropewalk/db/postgres.ts'
import { openSqlite } from '@ropewalk/db/sqlite.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { adoptHistory } from '@ropewalk/services/log/adopt.ts'
import { bindThings } from '@ropewalk/services/log/bind.ts'
import { isEmptyRegister, loadStarter } from '@ropewalk/services/starter/load-starter.ts'
import type { Settings } from './settings.ts'

const unreachable = both(
  'DATABASE_URL: PostgreSQL cannot be used there ({why}).',
  'DATABASE_URL : PostgreSQL n’y est pas utilisable ({why}).',
)

/**
 * The database of these settings, migrated, with its log, and filled with the starter when its register was never used.
 * Refuses with a sentence when it cannot be used.
 */
export async function openDatabase(settings: Settings): Promise<Database> {
  const database = await opened(settings)
  await adoptHistory(database)
  await bindThings(database)
  await fillWithStarter(database, settings)
  return database
}

type Place = Pick<Settings, 'databaseUrl' | 'data'>

/** The database as another process of the product migrated it. */
export const connectedTo = ({ databaseUrl, data }: Place): Database =>
  databaseUrl === undefined ? openSqlite(sqliteFile(data)) : openPostgres(databaseUrl)

const sqliteFile = (data: string) => join(data, 'ropewalk.db')

async function opened({ databaseUrl, data }: Place): Promise<Database> {
  if (databaseUrl === undefined) {
    try {
      await migrateSqlite(sqliteFile(data))
      return connectedTo({ databaseUrl, data })
    } catch (error) {
      throw refusalWhileReplaced(error)
    }
  }
  let use: Hold | undefined
  try {
    use = await useOnPostgres(databaseUrl)
    await migratePostgres(databaseUrl)
  } catch (error) {
    await use?.release()
    if (error instanceof Refusal || !isConnection(error)) throw error
    throw new Refusal('UNAVAILABLE', unreachable, {
      values: { why: String(error.code ?? error.message) },
    })
  }
  const { close, ...database } = connectedTo({ databaseUrl, data })
  return { ...database, close: () => close().finally(() => use.release()) }
}

// Looked at first: a command beside a server that writes takes no turn of its writers for nothing.
async function fillWithStarter(database: Database, { starter }: Settings): Promise<boolean> {
  const { tables, engine } = database
  if (!(await database.reading((db) => isEmptyRegister({ db, tables, engine })))) return false
  return database.writing((db) =>
    loadStarter({ db, tables, engine, now: new Date().toISOString() }, starter),
  )
}

// What the client or the server says before a single statement ran: address, password, database name, rights.
const isConnection = (error: unknown): error is Error & { code?: string } => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return (
    /^(E[A-Z]+|28\w{3}|3D000|08\w{3}|42501|57P03)$/.test(code) ||
    (error instanceof Error && /timeout|terminated/i.test(error.message))
  )
}
