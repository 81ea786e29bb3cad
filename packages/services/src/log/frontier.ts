import { type Frontier, frontierOf, frontierText } from '@ropewalk/log/tree.ts'
import { eq } from 'drizzle-orm'
import type { Work } from '../verb.ts'

const key = 'log-frontier'

/** The right edge of the tree, kept so that an append does not read the log. Heads never rest on it: they read the leaves. */
export async function frontierIn({ db, tables }: Pick<Work, 'db' | 'tables'>): Promise<Frontier> {
  const { facts } = tables
  const [kept] = await db.select().from(facts).where(eq(facts.key, key))
  return frontierOf(kept?.value)
}

export async function keepFrontier(
  { db, tables }: Pick<Work, 'db' | 'tables'>,
  frontier: Frontier,
): Promise<void> {
  const value = frontierText(frontier)
  await db
    .insert(tables.facts)
    .values({ key, value })
    .onConflictDoUpdate({ target: tables.facts.key, set: { value } })
}
