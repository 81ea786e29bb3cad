import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { copyFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Load } from '@ropewalk/db/backup/load.ts'
import { dropSchema, loadPostgres } from '@ropewalk/db/backup/load-postgres.ts'
import { loadSqlite } from '@ropewalk/db/backup/load-sqlite.ts'
import { swapPostgres } from '@ropewalk/db/backup/swap-postgres.ts'
import type { Database } from '@ropewalk/db/database.ts'
import { type Alone, aloneOnPostgres, aloneOnSqlite } from '@ropewalk/db/in-use.ts'
import type { Engine } from '@ropewalk/db/makers.ts'
import { type Migration, migrationsOf } from '@ropewalk/db/migrations.ts'
import { openPostgres } from '@ropewalk/db/postgres.ts'
import { openSqlite } from '@ropewalk/db/sqlite.ts'
import { keepBeside, sync } from '../durable.ts'
import { headsFile } from '../log-keeper.ts'
import type { Settings } from '../settings.ts'

export type Fill = (load: Load) => Promise<void>
/** Where a register is built anew beside the one that stands, to take its place or to be thrown away. */
export type Scratch = {
  engine: Engine
  /** A register of the first `known` migrations filled by `fill`, brought up to date. */
  build(known: number, fill: Fill): Promise<Database>
  discard(): Promise<void>
}
/** The place of a register: who is alone with it may replace it by what was built beside it. */
export type Place = Scratch & {
  alone(): Promise<Alone>
  /** All or nothing, once what was built is closed. `aside` names where what was there is kept; it says whether there was. */
  swap(aside: string): Promise<boolean>
}

type Where = Pick<Settings, 'data' | 'databaseUrl'>
const first = (engine: Engine, known: number): Migration[] => migrationsOf(engine).slice(0, known)

/** A scratch place in the data folder. What a killed command left there is removed first. */
export function scratchFolder(data: string, name: string): Scratch & { file: string } {
  const folder = join(data, name)
  const file = join(folder, 'ropewalk.db')
  return {
    engine: 'sqlite',
    file,
    async build(known, fill) {
      await rm(folder, { recursive: true, force: true })
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      await loadSqlite(file, first('sqlite', known), fill)
      return openSqlite(file)
    },
    discard: () => rm(folder, { recursive: true, force: true }),
  }
}

/** A scratch schema in the database of the register. */
export const scratchSchema = (address: string, schema: string): Scratch => ({
  engine: 'postgres',
  async build(known, fill) {
    return openPostgres(await loadPostgres({ address, schema }, first('postgres', known), fill))
  },
  discard: () => dropSchema({ address, schema }),
})

export function placeOf({ data, databaseUrl }: Where): Place {
  return databaseUrl === undefined ? inFolder(data) : inDatabase(databaseUrl)
}

function inFolder(data: string): Place {
  const scratch = scratchFolder(data, 'restoring')
  const file = join(data, 'ropewalk.db')
  return {
    ...scratch,
    alone: async () => aloneOnSqlite(file),
    async swap(aside) {
      const wasThere = existsSync(file)
      await sync(scratch.file)
      if (wasThere) {
        const kept = join(data, aside)
        mkdirSync(kept, { recursive: true, mode: 0o700 })
        await keepBeside(file, join(kept, 'ropewalk.db'))
        // A file that is no database any more may have left these; beside another database they would be taken for its.
        for (const end of ['-wal', '-shm'])
          if (existsSync(file + end)) await rename(file + end, join(kept, `ropewalk.db${end}`))
        if (existsSync(headsFile(data))) await copyFile(headsFile(data), headsFile(kept))
        await sync(kept)
      }
      await rename(scratch.file, file)
      await sync(data)
      return wasThere
    },
  }
}

const restoring = 'ropewalk_restoring'

function inDatabase(address: string): Place {
  return {
    ...scratchSchema(address, restoring),
    alone: () => aloneOnPostgres(address),
    swap: (aside) => swapPostgres({ address, schema: restoring, aside }),
  }
}

// A restore that was killed, tried again within the same second, must not meet what the first kept aside.
const named = (what: string, at: Date): string =>
  `${what}_${at
    .toISOString()
    .replaceAll(/[-:]|\.\d+/g, '')
    .toLowerCase()}_${randomBytes(4).toString('hex')}`

/** A name for what is kept aside, used by nothing else: of a folder and of a schema alike. */
export const asideName = (at: Date): string => named('before_restore', at)

/** A name of a scratch place that nobody else uses at the same time. */
export const tryName = (at: Date): string => named('ropewalk_try', at)
