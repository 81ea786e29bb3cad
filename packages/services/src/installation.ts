import { randomUUID } from 'node:crypto'
import type { Database } from '@ropewalk/db/database.ts'
import { eq } from 'drizzle-orm'

const key = 'register-id'

/** What this register is called by programs, for ever: a UUID made when it is first asked for. */
export async function registerId({ reading, writing, tables }: Database): Promise<string> {
  const { facts } = tables
  const find = () =>
    reading((db) => db.select({ value: facts.value }).from(facts).where(eq(facts.key, key)))
  const [known] = await find()
  if (known) return known.value
  await writing((db) => db.insert(facts).values({ key, value: randomUUID() }).onConflictDoNothing())
  const [made] = await find()
  return made?.value ?? ''
}
