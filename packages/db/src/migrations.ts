import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Engine } from './makers.ts'

export const splitter = '--> statement-breakpoint'
export type Journal = { id: string; sha256: string }[]
export type Migration = Journal[number] & { statements: string[] }

/** The migrations of an engine in their order; a file that was edited after it was sealed is refused. */
export function migrationsOf(engine: Engine, root?: string): Migration[] {
  const folder = root ?? fileURLToPath(new URL(`../../../drizzle/${engine}/`, import.meta.url))
  const journal = JSON.parse(readFileSync(`${folder}/journal.json`, 'utf8')) as Journal
  return journal.map(({ id, sha256 }) => {
    const text = readFileSync(`${folder}/${id}.sql`, 'utf8')
    if (createHash('sha256').update(text).digest('hex') !== sha256)
      throw new Error(`The migration ${id} was edited after it was made. Nothing was changed.`)
    return { id, sha256, statements: text.split(splitter).filter((each) => each.trim() !== '') }
  })
}

/** What is still to be applied. Refused: a database that knows more than this program, or another history. */
export function pendingOf(migrations: readonly Migration[], applied: Journal): Migration[] {
  applied.forEach((done, index) => {
    const ours = migrations[index]
    if (!ours)
      throw new Error(
        `The database is newer than this program: it has the migration ${done.id}, which is not known here. Start a newer version of Ropewalk. Nothing was changed.`,
      )
    if (ours.id !== done.id || ours.sha256 !== done.sha256)
      throw new Error(
        `The database has the migration ${done.id}, where this program has ${ours.id} with other content. Nothing was changed.`,
      )
  })
  return migrations.slice(applied.length)
}
