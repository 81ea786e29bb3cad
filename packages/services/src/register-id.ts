import { randomUUID } from 'node:crypto'
import { factOf, keepFact } from './facts.ts'
import type { Context } from './verb.ts'

/** The UUID of this register, in all that leaves it: made once, when it is first asked for, and never changed. */
export async function registerIdOf({ database }: Pick<Context, 'database'>): Promise<string> {
  const { tables } = database
  const known = await database.reading((db) => factOf({ db, tables }, key))
  if (known !== undefined) return known
  // Writers take turns: whoever comes second finds what the first one made.
  return database.writing(async (db) => {
    const id = (await factOf({ db, tables }, key)) ?? randomUUID()
    await keepFact({ db, tables }, key, id)
    return id
  })
}

const key = 'registerId'
