import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Database } from '@ropewalk/db/database.ts'
import type { Engine } from '@ropewalk/db/makers.ts'
import { type PostgresServer, startPostgres } from '@ropewalk/db/test-postgres.ts'
import { headIn } from '@ropewalk/services/log/heads.ts'
import { type Verified, verifyLive } from '@ropewalk/services/log/verify-live.ts'
import { parties } from '@ropewalk/services/records/nouns.ts'
import { afterAll, beforeAll, describe } from 'vitest'
import { lastHead, logKeeper } from '../log-keeper.ts'
import { openDatabase } from '../open-database.ts'
import { systemActor } from '../people-cli.ts'
import { type Settings, settingsFrom } from '../settings.ts'

export type Registers = {
  engine: Engine
  /** Settings with a data folder, and a database on PostgreSQL, that nobody used before. */
  fresh(engine?: Engine): Promise<Settings>
  /** A second data folder beside the first one's database. */
  beside(settings: Settings): Settings
  folder: string
}

/** Runs a suite on registers of both engines, as a server has them. */
export function onBothEngines(name: string, suite: (registers: Registers) => void): void {
  for (const engine of ['sqlite', 'postgres'] as const)
    describe(`${name} on ${engine}`, () => suite(registersOf(engine)))
}

function registersOf(engine: Engine): Registers {
  const folder = mkdtempSync(join(tmpdir(), 'ropewalk-backup-'))
  let server: PostgresServer | undefined
  let count = 0
  beforeAll(async () => {
    server = await startPostgres()
  }, 120_000)
  afterAll(async () => {
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  }, 60_000)
  const settings = (databaseUrl?: string): Settings => {
    count += 1
    return settingsFrom({
      ROPEWALK_DATA: mkdtempSync(join(folder, `data-${count}-`)),
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    })
  }
  return {
    engine,
    folder,
    async fresh(wanted = engine) {
      if (!server) throw new Error('PostgreSQL is not started')
      return settings(wanted === 'postgres' ? await server.create(`r${count}`) : undefined)
    },
    beside: ({ databaseUrl }) => settings(databaseUrl),
  }
}

/** The register of these settings, opened as a server opens it, and closed again. */
export async function within<T>(
  settings: Settings,
  run: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(settings)
  try {
    await logKeeper(database, settings)
    return await run(database)
  } finally {
    await setImmediate()
    await database.close()
  }
}

export const contextFor = (database: Database) => ({
  database,
  actor: systemActor(),
  door: 'command' as const,
  now: () => new Date(),
})

/** Writes one more record. */
export const write = (settings: Settings, name: string): Promise<unknown> =>
  within(settings, (database) =>
    parties.create.run(contextFor(database), { changes: { fields: { name } } }),
  )

/** The whole log recomputed, against the head that was signed last. */
export const checked = (settings: Settings): Promise<Verified> =>
  within(settings, async (database) => {
    const last = await lastHead(settings.data)
    return verifyLive(database, last === undefined ? [] : [headIn(last, 'heads.log')])
  })
