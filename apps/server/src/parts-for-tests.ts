import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { HeadKeeper } from '@ropewalk/services/log/heads.ts'
import { addressOf } from './address.ts'
import type { Parts } from './app.ts'
import { loggerFor } from './logger.ts'
import { type Environment, settingsFrom } from './settings.ts'

/** A folder of its own in the system's temporary folder. */
export const freshFolder = (): string => mkdtempSync(join(tmpdir(), 'ropewalk-'))

/** The parts of a shell that has no product in it yet, on port 0 unless said otherwise. */
export function partsFor(environment: Environment = {}, given: Partial<Parts> = {}): Parts {
  const settings = settingsFrom({ PORT: '0', LOG_LEVEL: 'silent', ...environment })
  return {
    settings,
    address: addressOf(settings),
    log: loggerFor(settings),
    web: join(tmpdir(), 'ropewalk-no-such-build'),
    ready: async () => {},
    tokenActor: async () => undefined,
    routes: () => {},
    listening: async () => {},
    close: async () => {},
    ...given,
  }
}

/** Heads signed by a key of tests, kept in memory. */
export function keeperForTests(): HeadKeeper {
  let last: string | undefined
  return {
    key: { name: 'ropewalk/test', secret: new Uint8Array(32).fill(1) },
    last: async () => last,
    keep: async (note) => {
      last = note
    },
  }
}

/** A log that is kept, as the objects of its lines. */
export function keptLog(): {
  log: Parts['log']
  lines: () => Record<string, unknown>[]
  text: () => string
} {
  const written: string[] = []
  const log = loggerFor({ logLevel: 'trace' }, { write: (line: string) => void written.push(line) })
  return {
    log,
    lines: () => written.map((line) => JSON.parse(line)),
    text: () => written.join(''),
  }
}
