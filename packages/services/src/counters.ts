import type { NounKey } from '@ropewalk/domain/field.ts'
import { idOf, nounKeys, nouns } from '@ropewalk/domain/nouns.ts'
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

/** The id that the next record of each noun will get. */
export async function nextIds({
  db,
  tables,
}: Pick<Work, 'db' | 'tables'>): Promise<Record<NounKey, string>> {
  const rows = await db.select().from(tables.counters)
  const next = new Map(rows.map((row) => [row.prefix, row.next]))
  return Object.fromEntries(
    nounKeys.map((noun) => [noun, idOf(noun, next.get(nouns[noun].prefix) ?? 1)]),
  ) as Record<NounKey, string>
}
