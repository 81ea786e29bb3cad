import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer, text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import type { Paper } from './paper.ts'

const refusals = {
  slow: both(
    'The document was not ready after {seconds} seconds. Take the CSV or XLSX file instead.',
    'Le document n’était pas prêt après {seconds} secondes. Prenez plutôt le fichier CSV ou XLSX.',
  ),
}

export const paperFormats = ['pdf', 'docx'] as const
export type PaperFormat = (typeof paperFormats)[number]

type Wanted = { format: PaperFormat; seconds?: number }

let last: Promise<unknown> = Promise.resolve()

/**
 * A paper as a file, drawn in a process of its own and one after the other: a large record takes a whole processor for
 * seconds. The same paper makes the same bytes. Refuses what takes longer than `seconds` (120).
 */
export function paperFile(paper: Paper, wanted: Wanted): Promise<Buffer> {
  const drawn = last.then(() => drawnApart(paper, wanted))
  last = drawn.catch(() => undefined)
  return drawn
}

const program = fileURLToPath(import.meta.resolve('./paper-process.ts'))

async function drawnApart(paper: Paper, { format, seconds = 120 }: Wanted): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'ropewalk-paper-'))
  try {
    const child = spawn(process.execPath, [program, format], {
      cwd: folder,
      env: {},
      timeout: seconds * 1000,
      killSignal: 'SIGKILL',
    })
    child.stdin.on('error', () => undefined)
    child.stdin.end(JSON.stringify(paper))
    const ended = new Promise<{ code: number | null; signal: string | null }>((resolve, reject) => {
      child.on('error', reject)
      child.on('close', (code, signal) => resolve({ code, signal }))
    })
    const [bytes, said, { code, signal }] = await Promise.all([
      buffer(child.stdout),
      text(child.stderr),
      ended,
    ])
    if (code === 0) return bytes
    if (signal === 'SIGKILL')
      throw new Refusal('UNAVAILABLE', refusals.slow, { values: { seconds } })
    throw new Error(`A ${format} could not be drawn: ${said.slice(-2000)}`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
