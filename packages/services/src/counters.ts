import type { NounKey } from '@ropewalk/domain/field.ts'
import { idOf, nouns } from '@ropewalk/domain/nouns.ts'
import { eq } from 'drizzle-orm'
import type { Work } from './verb.ts'

/** The next id of a noun: the counter is only ever raised, so that an id is never used again. */
export async function nextId(
  { db, tables }: Pick<Work, 'db' | 'tables'>,
  noun: NounKey,
): Promise<string> {
  const { counters } = tables
  const { prefix } = nouns[noun]
  const [counter] = await db.select().from(counters).where(eq(counters.prefix, prefix))
  const number = counter?.next ?? 1
  await raiseCounter({ db, tables }, noun, number + 1)
  return idOf(noun, number)
}

export async function raiseCounter(
  { db, tables }: Pick<Work, 'db' | 'tables'>,
  noun: NounKey,
  next: number,
): Promise<void> {
  const { counters } = tables
  await db
    .insert(counters)
    .values({ prefix: nouns[noun].prefix, next })
    .onConflictDoUpdate({ target: counters.prefix, set: { next } })
}
