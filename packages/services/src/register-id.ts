import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Context } from './verb.ts'

/** The UUID of this register, in all that leaves it: made once, when it is first asked for, and never changed. */
export async function registerIdOf({ database }: Pick<Context, 'database'>): Promise<string> {
  const { facts } = database.tables
  const read = (db: Parameters<Parameters<typeof database.reading>[0]>[0]) =>
    db.select().from(facts).where(eq(facts.key, key))
  const [known] = await database.reading(read)
  if (known) return known.value
  return database.writing(async (db) => {
    await db.insert(facts).values({ key, value: randomUUID() }).onConflictDoNothing()
    const [made] = await read(db)
    if (!made) throw new Error('The id of the register was not kept')
    return made.value
  })
}

const key = 'registerId'
