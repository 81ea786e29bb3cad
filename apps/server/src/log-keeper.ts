import { randomBytes } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '@ropewalk/db/database.ts'
import type { SigningKey } from '@ropewalk/log/keys.ts'
import { type HeadKeeper, headLine, noteOfLine } from '@ropewalk/services/log/heads.ts'
import { registerIdOf } from '@ropewalk/services/register-id.ts'
import { keptSecret } from './data-folder.ts'
import type { Settings } from './settings.ts'

/** The key that signs heads, made at the first start, and `heads.log`: both in the data folder, outside the database. */
export async function logKeeper(
  database: Database,
  { data }: Pick<Settings, 'data'>,
): Promise<HeadKeeper> {
  const file = join(data, 'heads.log')
  return {
    key: await logKey(database, data),
    async last() {
      const line = (await textOf(file)).trimEnd().split('\n').at(-1)
      return line ? noteOfLine(line) : undefined
    },
    async keep(note) {
      const handle = await open(file, 'a', 0o600)
      try {
        await handle.write(`${headLine(note)}\n`)
        await handle.sync()
      } finally {
        await handle.close()
      }
    },
  }
}

/** Named after the register, so that a head says whose log it is of. */
async function logKey(database: Database, data: string): Promise<SigningKey> {
  const secret = keptSecret(join(data, 'log-key'), () => randomBytes(32).toString('base64'))
  return {
    name: `ropewalk/${await registerIdOf({ database })}`,
    secret: Uint8Array.from(Buffer.from(secret, 'base64')),
  }
}

const textOf = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  })
