import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { codeOf } from './error-code.ts'
import type { Settings } from './settings.ts'

/** Makes the data folder when it is missing and proves that it can be written. Refuses with a sentence. */
export function prepareDataFolder({ data }: Settings): void {
  const probe = join(data, `.probe-${randomName()}`)
  try {
    makeFolder(data)
    closeSync(openSync(probe, 'wx', 0o600))
    rmSync(probe)
  } catch (error) {
    throw new Refusal('UNAVAILABLE', notWritable, { values: { folder: data, why: codeOf(error) } })
  }
}

// Node's own `recursive` never ends where a parent is there and takes no folder, as in /proc.
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  const parent = dirname(folder)
  if (parent !== folder) makeFolder(parent)
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    if (!existsSync(folder)) throw error
  }
}

/** The secret that cookies are signed with: ROPEWALK_SECRET, else made once in the data folder, mode 0600. */
export function secretOf({ secret, data }: Settings): string {
  if (secret !== undefined) return secret
  return keptSecret(join(data, 'secret'), () => randomBytes(32).toString('base64url'))
}

/** What to tell at start where several instances may run, each with a secret of its own making. */
export const secretWarning = ({
  secret,
  databaseUrl,
}: Pick<Settings, 'secret' | 'databaseUrl'>): string | undefined =>
  secret === undefined && databaseUrl !== undefined
    ? 'DATABASE_URL is set without ROPEWALK_SECRET: where several instances share the database, give all of them the same ROPEWALK_SECRET, else a session opened at one is unknown to the others.'
    : undefined

/** A secret of the data folder, made when it is missing, mode 0600. Refuses one under 32 characters. */
export function keptSecret(file: string, make: () => string): string {
  return longEnough(file, contentOf(file) ?? madeOnce(file, make()))
}

/** A secret that is kept already; undefined without one. Refuses one under 32 characters. */
export function secretIn(file: string): string | undefined {
  const kept = contentOf(file)
  return kept === undefined ? undefined : longEnough(file, kept)
}

function longEnough(file: string, kept: string): string {
  if (kept.length >= 32) return kept
  throw new Refusal('INVALID', tooShort, { values: { file } })
}

const notWritable = both(
  'ROPEWALK_DATA names a folder that cannot be written: {folder} ({why}).',
  'ROPEWALK_DATA désigne un dossier où il est impossible d’écrire : {folder} ({why}).',
)
const tooShort = both(
  'The secret in {file} has fewer than 32 characters: put the right one back, or remove the file to sign everybody out and have a new one made.',
  'Le secret dans {file} compte moins de 32 caractères : remettez le bon, ou retirez le fichier pour déconnecter tout le monde et en faire créer un nouveau.',
)

/** Two instances may start at once: a hard link appears whole or not at all, and only for the first. */
function madeOnce(file: string, secret: string): string {
  const draft = `${file}.${randomName()}`
  writeFileSync(draft, secret, { flag: 'wx', mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
  return readFileSync(file, 'utf8').trim()
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw new Refusal('UNAVAILABLE', unreadable, { values: { file, why: codeOf(error) } })
  }
}

const unreadable = both(
  'The secret in {file} cannot be read ({why}).',
  'Le secret dans {file} est illisible ({why}).',
)

const randomName = () => randomBytes(9).toString('base64url')
