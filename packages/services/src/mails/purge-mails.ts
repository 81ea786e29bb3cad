import { and, eq, lt, ne } from 'drizzle-orm'
import type { Context } from '../verb.ts'

/** For how long addresses, subjects and the texts of mails that were given up stay once a mail is settled. */
export const keptForDays = 30

/** Takes what is personal out of mails that were settled 30 days ago; of those that the log does not tell, all. */
export async function purgeMails({
  database,
  now,
}: Pick<Context, 'database' | 'now'>): Promise<void> {
  const { mails } = database.tables
  const before = new Date(now().getTime() - keptForDays * 86_400_000).toISOString()
  const old = lt(mails.settledAt, before)
  await database.writing(async (db) => {
    await db.delete(mails).where(and(old, eq(mails.told, false)))
    await db
      .update(mails)
      .set({ address: '', subject: '', body: null })
      .where(and(old, ne(mails.address, '')))
  })
}
