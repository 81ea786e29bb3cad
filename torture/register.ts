import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate, type Sizes } from '../bench/register/register.ts'
import { addPerson } from '../bench/server.ts'

const small: Sizes = {
  activities: 12,
  subProcessors: 4,
  dataCategories: 6,
  links: 48,
  dataSubjects: 3,
  parties: 3,
  measures: 3,
  products: 2,
}

export type Folders = {
  /** A data folder of its own with a small register and an account. */
  fresh(): string
  /** An empty folder. */
  empty(): string
  remove(): void
}

/** Folders below one that is removed at the end. */
export async function folders(): Promise<Folders> {
  const all = mkdtempSync(join(tmpdir(), 'ropewalk-torture-'))
  const template = join(all, 'template')
  await generate(template, small)
  await addPerson(template)
  let count = 0
  const next = () => join(all, String(++count))
  return {
    fresh() {
      const folder = next()
      cpSync(template, folder, { recursive: true })
      return folder
    },
    empty: next,
    remove: () => rmSync(all, { recursive: true, force: true }),
  }
}
