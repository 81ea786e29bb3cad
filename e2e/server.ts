import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const main = join(root, 'apps/server/src/main.ts')
const path = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter)
/** The environment of the project's programs, with its pinned Node in front. */
export const environment = { ...process.env, PATH: path }

export type Served = {
  url: string
  folder: string
  settings: Record<string, string>
  /** Everything the server has printed so far. */
  log(): string
  firstAccountLink(): Promise<string>
  stop(): Promise<void>
}

/** The real server in a process of its own, on a free port, with a data folder of its own. */
export async function serve(settings: Record<string, string> = {}): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'ropewalk-e2e-'))
  const env = {
    ...environment,
    PORT: '0',
    ROPEWALK_DATA: folder,
    ROPEWALK_WEBHOOKS_TO: '127.0.0.1',
    ...settings,
  }
  const child = spawn('node', [main], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    printed += chunk.toString()
  })
  const url = await matched(
    child,
    () => /Ropewalk listens on (http:\S+?)["\s]/.exec(printed)?.[1],
    () => printed,
  )
  return {
    url: url.replace(/\/$/, ''),
    folder,
    settings,
    log: () => printed,
    firstAccountLink: () =>
      matched(
        child,
        () => /Create the first account: (\S+)/.exec(printed)?.[1],
        () => printed,
      ),
    async stop() {
      await stopped(child)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function matched(
  child: ChildProcess,
  find: () => string | undefined,
  printed: () => string,
): Promise<string> {
  for (let tries = 0; tries < 600; tries += 1) {
    const found = find()
    if (found) return found
    if (child.exitCode !== null) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  child.kill('SIGKILL')
  throw new Error(`The server did not print what was awaited:\n${printed()}`)
}

function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
