import { eq } from 'drizzle-orm'
import type { Work } from '../verb.ts'

/** The next id of a person (`US-0001`) or token (`TK-0001`); the counter is only ever raised. */
export async function nextPersonalId({ db, tables }: Work, prefix: 'US' | 'TK'): Promise<string> {
  const { counters } = tables
  const [counter] = await db.select().from(counters).where(eq(counters.prefix, prefix))
  const number = counter?.next ?? 1
  const raised = { next: number + 1 }
  await db
    .insert(counters)
    .values({ prefix, ...raised })
    .onConflictDoUpdate({ target: counters.prefix, set: raised })
  return `${prefix}-${String(number).padStart(4, '0')}`
}
