import { existsSync } from 'node:fs'
import { link, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { codeOf } from '../error-code.ts'

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
