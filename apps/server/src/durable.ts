import { constants, existsSync } from 'node:fs'
import { copyFile, link, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { codeOf } from './error-code.ts'

/** Makes what a file or folder holds outlast a power cut. */
export async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Gives a written file its name, whole and durable. Throws EEXIST rather than replace another one. */
export async function place(draft: string, file: string): Promise<void> {
  try {
    await link(draft, file)
    await rm(draft)
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || existsSync(file))
      throw Object.assign(new Error('EEXIST'), { code: 'EEXIST' })
    // Where a file has one name only, nobody else is kept from taking it in between.
    await rename(draft, file)
  }
  await sync(dirname(file))
}

/** Gives a file a second name, or where a file has one name only, a copy. Throws EEXIST rather than replace another one. */
export async function keepBeside(file: string, kept: string): Promise<void> {
  try {
    await link(file, kept)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error
    await copyFile(file, kept, constants.COPYFILE_EXCL)
    await sync(kept)
  }
}
