import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { constants, setPriority } from 'node:os'
import { join } from 'node:path'
import type { Database } from '@ropewalk/db/database.ts'
import { productActor } from '@ropewalk/domain/permissions.ts'
import { both, type Text } from '@ropewalk/domain/words.ts'
import type { BackupRunner, BackupWork } from '@ropewalk/services/backups/ask-backup.ts'
import { type BackupRule, readRule } from '@ropewalk/services/backups/backup-rule.ts'
import { claimBackup } from '@ropewalk/services/backups/claim.ts'
import { recordBackup, recordFailure, recordTry } from '@ropewalk/services/backups/told.ts'
import type { Logger } from '../logger.ts'
import type { Settings } from '../settings.ts'

/** Does the work and answers what it made, or why not in both languages. */
type Outcome = { made: unknown } | { trouble: Text }
export type Program = (args: readonly string[], end: AbortSignal) => Promise<Outcome>
type Parts = {
  database: Database
  settings: Pick<Settings, 'data'>
  log: Pick<Logger, 'info' | 'error'>
  now: () => Date
  /** The command line of the product, in a process of its own. */
  program?: Program
}
export type Backups = BackupRunner & {
  /** Makes a backup and tries it, when one is due. */
  whenDue(): Promise<void>
  stop(): Promise<void>
}

const none = both(
  'There is no backup in the data folder to try.',
  'Il n’y a pas de sauvegarde à essayer dans le dossier de données.',
)

/**
 * Backups of the server into `backups` of its data folder, one at a time, each in a process of its own so that nobody
 * waits for it. A failure is told in the log, and never ends the server.
 */
export function backupsOf({ database, settings, log, now, program = ropewalk }: Parts): Backups {
  const folder = join(settings.data, 'backups')
  const ending = new AbortController()
  const context = { database, actor: productActor(), door: 'job' as const, now }
  let running: ReturnType<BackupRunner['running']> = null
  let under: Promise<unknown> = Promise.resolve()

  const run = (what: BackupWork, work: () => Promise<void>) => {
    // Two may have asked at once, each before the other was told.
    if (running) return under
    running = { what, since: now().toISOString() }
    under = work()
      .catch((err: unknown) => log.error({ err }, 'a backup could not be told'))
      .finally(() => {
        running = null
      })
    return under
  }

  async function make({ keep }: Pick<BackupRule, 'keep'>): Promise<boolean> {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    // What a backup that was killed left behind; only one is made here at a time.
    for (const file of await readdir(folder))
      if (draftPattern.test(file)) await rm(join(folder, file))
    const file = join(folder, nameAt(now()))
    if (!(await done('make', ['backup', file]))) return false
    for (const old of (await kept(folder)).slice(0, -keep)) await rm(join(folder, old))
    return true
  }

  async function tryNewest(): Promise<void> {
    const newest = (await kept(folder)).at(-1)
    if (newest) await done('try', ['restore', join(folder, newest), '--try'])
    else await failed('try', none)
  }

  async function done(what: BackupWork, args: readonly string[]): Promise<boolean> {
    const outcome = await program([...args, '--as-job', '--json'], ending.signal)
    if (ending.signal.aborted) return false
    if ('trouble' in outcome) {
      log.error({ what, trouble: outcome.trouble.en }, 'a backup failed')
      await failed(what, outcome.trouble)
      return false
    }
    const tell = what === 'make' ? recordBackup : recordTry
    await tell.run(context, outcome.made)
    log.info({ what }, 'a backup is done')
    return true
  }

  async function failed(what: BackupWork, { en, fr }: Text) {
    const why = { en: en.slice(0, 2_000), fr: fr.slice(0, 2_000) }
    await recordFailure.run(context, { what, why })
  }

  return {
    running: () => running,
    begin(what) {
      void run(what, async () => {
        if (what === 'try') await tryNewest()
        else await make(await readRule(database))
      })
    },
    async whenDue() {
      if (running) return
      const rule = await claimBackup(database, now())
      if (!rule) return
      await run('make', async () => {
        if (!(await make(rule))) return
        running = { what: 'try', since: now().toISOString() }
        await tryNewest()
      })
    },
    async stop() {
      ending.abort()
      await under
    },
  }
}

const namePattern = /^ropewalk_backup_\d{8}T\d{6}Z\.zip$/
const draftPattern = /^ropewalk_backup_\d{8}T\d{6}Z\.zip\.[0-9a-f]+\.part$/
const nameAt = (at: Date) => `ropewalk_backup_${at.toISOString().replaceAll(/[-:]|\.\d+/g, '')}.zip`

/** The backups that the server made, the oldest first. */
async function kept(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch(() => [])
  return files.filter((file) => namePattern.test(file)).toSorted()
}

/** The command line in a process of its own, behind everybody who waits for an answer. */
const ropewalk: Program = (args, end) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, '../ropewalk.ts'), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      signal: end,
      killSignal: 'SIGTERM',
    })
    const said = { out: '', err: '' }
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      said.out += chunk
    })
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      said.err = `${said.err}${chunk}`.slice(-8_000)
    })
    child.once('spawn', () => {
      try {
        if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW)
      } catch {
        // It is over already, or the system does not let us.
      }
    })
    child.once('error', ({ message }) => resolve({ trouble: both(message, message) }))
    child.once('close', (code, signal) => {
      // A trial that found faults ends with 1 and says which.
      const made = code === 0 || code === 1 ? readJson(said.out) : undefined
      resolve(made ? { made } : { trouble: textOf(said.err.trim() || `${signal ?? code}`) })
    })
  })

function textOf(trouble: string): Text {
  const last = trouble.split('\n').at(-1) ?? ''
  const { en = last, fr = last } = (readJson(last) ?? {}) as Partial<Text>
  return both(en, fr)
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
