import { eq } from 'drizzle-orm'
import type { Work } from './verb.ts'

type Reach = Pick<Work, 'db' | 'tables'>

/** A small fact of the installation itself, such as the register's id; undefined while it was never kept. */
export async function factOf({ db, tables }: Reach, key: string): Promise<string | undefined> {
  const { facts } = tables
  const [kept] = await db.select().from(facts).where(eq(facts.key, key))
  return kept?.value
}

export async function keepFact({ db, tables }: Reach, key: string, value: string): Promise<void> {
  const { facts } = tables
  await db
    .insert(facts)
    .values({ key, value })
    .onConflictDoUpdate({ target: facts.key, set: { value } })
}
