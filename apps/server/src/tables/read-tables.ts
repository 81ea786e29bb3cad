import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Listed } from '@ropewalk/domain/reconciliation/entries.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { checkArchive } from '@ropewalk/reports/reading/archive.ts'
import { fileKind } from '@ropewalk/reports/reading/file-kind.ts'
import type { AskedColumn, Preview } from '@ropewalk/reports/reading/views.ts'

/** What is wanted of a file: one column, else what a person chooses it by. */
export type AskedTables = { pasted: boolean; column?: AskedColumn | undefined }
export type Told =
  | { found: Preview | Listed[] }
  | { refused: Pick<Refusal, 'code' | 'text' | 'values' | 'field'> }

/** What the process that reads a file may take. */
type Allowance = {
  milliseconds: number
  /** KiB of address space, of which Node takes 2.7 GB before it reads anything; macOS does not hold it. */
  addressSpace: number
  /** Bytes of its answer. */
  answer: number
}
const allowance: Allowance = {
  milliseconds: 10_000,
  addressSpace: 4_000_000,
  answer: 16 * 1024 * 1024,
}

const refusals = {
  busy: both(
    'Two files are being read. Try again in a moment.',
    'Deux fichiers sont en cours de lecture. Réessayez dans un instant.',
  ),
  slow: both(
    'Reading the file took longer than {seconds} seconds. Take the columns that matter into a file of their own.',
    'La lecture du fichier a pris plus de {seconds} secondes. Copiez les colonnes utiles dans un fichier à part.',
  ),
  large: both(
    'The file takes too much room to be read. Take the columns that matter into a file of their own.',
    'Le fichier demande trop de place pour être lu. Copiez les colonnes utiles dans un fichier à part.',
  ),
}

/**
 * Reads CSV, a pasted text or an XLSX workbook in a process of its own, which ends after 10 s or when it takes too much
 * room. The archive of a workbook is looked at first. Refuses with a sentence; nothing is stored.
 */
export async function readTables(
  bytes: Uint8Array,
  asked: AskedTables,
  allowed: Partial<Allowance> = {},
): Promise<Preview | Listed[]> {
  if (fileKind(bytes) === 'workbook') await checkArchive(bytes)
  if (underway >= 2) throw new Refusal('UNAVAILABLE', refusals.busy)
  underway += 1
  try {
    const told = await readApart(bytes, asked, { ...allowance, ...allowed })
    if ('found' in told) return told.found
    const { code, text, values, field } = told.refused
    throw new Refusal(code, text, { values, ...(field === undefined ? {} : { field }) })
  } finally {
    underway -= 1
  }
}
let underway = 0

const program = fileURLToPath(new URL('table-reader.ts', import.meta.url))

function readApart(bytes: Uint8Array, asked: AskedTables, allowed: Allowance): Promise<Told> {
  const limited = 'ulimit -v "$0" 2>/dev/null; exec "$@"'
  const node = [process.execPath, '--max-old-space-size=768', program, JSON.stringify(asked)]
  const child = spawn('/bin/sh', ['-c', limited, String(allowed.addressSpace), ...node], {
    env: {},
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  return new Promise((resolve, reject) => {
    const stop = (refusal: Refusal) => {
      reject(refusal)
      child.kill('SIGKILL')
    }
    const seconds = allowed.milliseconds / 1000
    const timer = setTimeout(
      () => stop(new Refusal('TOO_LARGE', refusals.slow, { values: { seconds } })),
      allowed.milliseconds,
    )
    const chunks: Buffer[] = []
    let length = 0
    child.stdout.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      length += chunk.length
      if (length > allowed.answer) stop(new Refusal('TOO_LARGE', refusals.large))
    })
    child.once('error', reject)
    child.once('close', (code) => {
      clearTimeout(timer)
      // What fails in there without a sentence ran out of room, or met a file that no reader foresaw.
      if (code === 0) resolve(JSON.parse(Buffer.concat(chunks).toString()) as Told)
      else reject(new Refusal('TOO_LARGE', refusals.large))
    })
    // A child that ends early closes its side first.
    child.stdin.on('error', () => undefined)
    child.stdin.end(bytes)
  })
}
