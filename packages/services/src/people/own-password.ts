import { both } from '@ropewalk/domain/words.ts'
import { eq } from 'drizzle-orm'
import { hexOf } from '../log/hash.ts'
import type { Context, Work } from '../verb.ts'
import { personOf } from './person.ts'

/** What the tries at one's own password, while signed in, are counted by. */
export const passwordTries = (id: string): string => hexOf(`own password\0${id}`)

/** What is wrong with a password that is not one's own. */
export const notYours = both('it is not the one you have now', 'ce n’est pas celui que vous avez')

/** The person who asks, and the hash of the password. */
export const ownPassword = ({ database, actor }: Context) =>
  database.reading(async (db) => {
    const reach = { db, tables: database.tables }
    return { user: await personOf(reach, actor.id), hash: await hashOfPassword(reach, actor.id) }
  })

export async function hashOfPassword(
  { db, tables }: Pick<Work, 'db' | 'tables'>,
  id: string,
): Promise<string | undefined> {
  const { passwords } = tables
  const [found] = await db
    .select({ hash: passwords.hash })
    .from(passwords)
    .where(eq(passwords.userId, id))
  return found?.hash
}
