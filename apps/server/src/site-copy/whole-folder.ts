import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import * as z from 'zod'
import { sync } from '../durable.ts'
import { codeOf } from '../error-code.ts'
import type { SiteFile } from './site-files.ts'
import { siteWords as words } from './site-words.ts'

/** Lists what the command wrote, so that a later run replaces exactly that. It may be read by everyone. */
const listFile = '.ropewalk-site.json'
const list = z.object({ files: z.array(z.string()) })

/**
 * Writes the files beside the folder and puts them in its place together; how many. Refuses a folder that holds
 * anything which an earlier run did not write, and what cannot be written, with a sentence.
 */
export async function wholeFolder(
  name: string,
  files: AsyncIterable<Pick<SiteFile, 'path' | 'bytes'>>,
): Promise<number> {
  const folder = await realpath(name).catch(() => resolve(name))
  let draft: string | undefined
  try {
    await refuseForeign(folder)
    draft = await mkdtemp(`${folder}.part-`)
    const written = await writeAll(draft, files)
    await refuseForeign(folder)
    await exchange(draft, folder)
    return written.length
  } catch (error) {
    if (draft) await rm(draft, { recursive: true, force: true })
    if (!(error instanceof Error && 'syscall' in error)) throw error
    throw new Refusal('INVALID', words.unwritable, { values: { folder, why: codeOf(error) } })
  }
}

async function writeAll(
  draft: string,
  files: AsyncIterable<Pick<SiteFile, 'path' | 'bytes'>>,
): Promise<string[]> {
  const written: string[] = []
  for await (const { path, bytes } of files) {
    await mkdir(dirname(join(draft, path)), { recursive: true })
    await writeFile(join(draft, path), bytes, { flush: true })
    written.push(path)
  }
  await writeFile(join(draft, listFile), `${JSON.stringify({ files: written }, null, 2)}\n`)
  await openToAll(draft)
  return written
}

// The product's files are its user's alone; these are for the user of whatever web server serves them.
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    await chmod(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644)
}

async function exchange(draft: string, folder: string): Promise<void> {
  const aside = `${draft}.before`
  const isNew = await rename(folder, aside).then(() => false, missing)
  try {
    await rename(draft, folder)
  } catch (error) {
    if (!isNew) await rename(aside, folder)
    throw error
  }
  await sync(dirname(folder))
  await rm(aside, { recursive: true, force: true })
}

async function refuseForeign(folder: string): Promise<void> {
  const found = await readdir(folder).catch((error: unknown) => {
    missing(error)
    return []
  })
  const [first] = found
  if (first === undefined) return
  const ours = await listed(folder)
  // Without a list the folder may be as large as a disk: its first name will do.
  const foreign = ours ? await firstBeside(folder, ours) : first
  if (foreign === undefined) return
  throw new Refusal('CONFLICT', words.foreign, { values: { folder, file: foreign } })
}

async function listed(folder: string): Promise<Set<string> | undefined> {
  try {
    const { files } = list.parse(JSON.parse(await readFile(join(folder, listFile), 'utf8')))
    return new Set([...files, listFile])
  } catch {
    return undefined
  }
}

async function firstBeside(folder: string, ours: Set<string>): Promise<string | undefined> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .find((path) => !ours.has(path))
}

function missing(error: unknown): true {
  if (codeOf(error) !== 'ENOENT') throw error
  return true
}
