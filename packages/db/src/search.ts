import type { NounKey } from '@ropewalk/domain/field.ts'
import { folded } from '@ropewalk/domain/foreign-text.ts'
import { nounKeys, numberOf } from '@ropewalk/domain/nouns.ts'
import { type SQL, sql } from 'drizzle-orm'
import type { Database, Db } from './database.ts'

export const searchRowId = (noun: NounKey, id: string) =>
  (nounKeys.indexOf(noun) + 1) * 1e8 + numberOf(id)

/** Puts what is searched of a record in the place of what was there. */
export async function indexForSearch(
  db: Db,
  noun: NounKey,
  id: string,
  text: string,
): Promise<void> {
  await forgetForSearch(db, noun, id)
  await db.run(
    sql`insert into search (rowid, id, kind, body) values (${searchRowId(noun, id)}, ${id}, ${noun}, ${folded(text)})`,
  )
}

export async function forgetForSearch(db: Db, noun: NounKey, id: string): Promise<void> {
  await db.run(sql`delete from search where rowid = ${searchRowId(noun, id)}`)
}

/** The ids whose text holds every word of the query, as substrings; one meaning on both engines. */
export function searched(
  { db, engine }: { db: Pick<Db, 'isIndexed'>; engine: Database['engine'] },
  query: string,
  noun?: NounKey,
): SQL {
  const words = folded(query)
    .split(/[\s\p{Cc}]+/u)
    .filter((word) => word !== '')
    .slice(0, 10)
  // FTS5 takes one MATCH a query and no word under three characters: those are compared by LIKE.
  const hasIndex = engine === 'sqlite' && db.isIndexed !== false
  const matched = hasIndex ? words.filter((word) => [...word].length >= 3) : []
  const compared = words.filter((word) => !matched.includes(word))
  const conditions = [
    ...(matched.length > 0 ? [sql`search match ${matched.map(quoted).join(' AND ')}`] : []),
    ...compared.map((word) => sql`body like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`),
    ...(noun ? [sql`kind = ${noun}`] : []),
  ]
  return conditions.length === 0
    ? sql`select id from search`
    : sql`select id from search where ${sql.join(conditions, sql` and `)}`
}

const quoted = (word: string) => `"${word.replaceAll('"', '""')}"`
