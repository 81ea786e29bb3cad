import { fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { Refusal, type RefusalCode } from '@ropewalk/domain/refusal.ts'
import type { Text, Values } from '@ropewalk/domain/words.ts'
import type { Settings } from '../settings.ts'
import type { MadePack, PackProgress } from './make-pack.ts'
import type { PackOrder } from './pack-order.ts'

/** What the other process is asked. */
export type Apart = {
  settings: Pick<Settings, 'data' | 'databaseUrl'>
  order: PackOrder
  file: string
  page: string
}
/** What it answers, several times. */
export type Told =
  | { progress: PackProgress }
  | { made: NonNullable<MadePack> | null }
  | { refused: { code: RefusalCode; text: Text; values: Values } }

export type Watching = { progress: (progress: PackProgress) => void; signal: AbortSignal }

const program = fileURLToPath(import.meta.resolve('./pack-process.ts'))
// In megabytes, of the heap alone: a pack of 10,000 activities takes half.
const mostHeap = 320

/** Draws a pack in a process of its own, so that others are answered meanwhile. The signal ends it at once. */
export async function packApart(asked: Apart, { progress, signal }: Watching): Promise<MadePack> {
  const folder = await mkdtemp(join(tmpdir(), 'ropewalk-pack-'))
  try {
    const child = fork(program, [], {
      cwd: folder,
      env: { ...ofConnection(), TMPDIR: folder },
      execArgv: [`--max-old-space-size=${mostHeap}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      signal,
      killSignal: 'SIGKILL',
    })
    const said = child.stderr ? text(child.stderr) : Promise.resolve('')
    const told = await new Promise<Told | undefined>((resolve, reject) => {
      let last: Told | undefined
      let trouble: Error | undefined
      child.on('message', (message: Told) => {
        if ('progress' in message) progress(message.progress)
        else last = message
      })
      child.on('error', (error) => {
        trouble = error
        if (child.pid === undefined) reject(error)
      })
      child.on('close', () => (trouble ? reject(trouble) : resolve(last)))
      child.send(asked)
    })
    if (told && 'made' in told) return told.made ?? undefined
    if (told && 'refused' in told) {
      const { code, text, values } = told.refused
      throw new Refusal(code, text, { values })
    }
    throw new Error(`A pack could not be drawn: ${(await said).slice(-2000)}`)
  } finally {
    await rm(folder, { recursive: true, force: true })
    if (signal.aborted) await rm(`${asked.file}.part`, { force: true })
  }
}

/** What a connection to PostgreSQL may hang on beside its address. */
const ofConnection = () =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => /^(PG[A-Z]+|NODE_EXTRA_CA_CERTS)$/.test(name)),
  )
