import type { Db } from '@ropewalk/db/database.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { and, asc, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { sealingKey, unsealed } from '../people/sealed-secret.ts'
import type { Context } from '../verb.ts'
import type { MailRow } from './mail.ts'

/** How long a claim lasts (milliseconds) unless it is renewed: as long a mail waits when its sender was killed. */
export const lease = 120_000

/** A mail as it is sent. */
export type Outgoing = {
  id: string
  address: string
  subject: string
  text: string
  html: string
  headers: Readonly<Record<string, string>>
  messageId: string
  queuedAt: string
  /** Given: `text` is posted to `address`, a URL, signed with this (`whsec_…`). */
  signedWith?: string
}
/** Which attempt it is, counted from the first; and the mail, or why it cannot be sent at all. */
export type Claimed = { id: string; attempt: number } & (
  | { mail: Outgoing }
  | { unsendable: string }
)

type Sender = Pick<Context, 'database' | 'now' | 'secret'>

/** Takes mails that are due for `by` alone, the longest due first. One statement looks before anything is written. */
export async function claimMails(
  sender: Sender,
  { by, most }: { by: string; most: number },
): Promise<Claimed[]> {
  const { database, secret } = sender
  const { mails } = database.tables
  const dueIn = async (db: Db, now: string) => {
    const due = and(
      eq(mails.state, 'waiting'),
      lte(mails.nextAttemptAt, now),
      or(isNull(mails.claimedUntil), lte(mails.claimedUntil, now)),
    )
    const { nextAttemptAt } = mails
    return db
      .select({ id: mails.id })
      .from(mails)
      .where(due)
      .orderBy(asc(nextAttemptAt))
      .limit(most)
  }
  const isDue = await database.reading((db) => dueIn(db, sender.now().toISOString()))
  if (isDue.length === 0) return []
  return database.writing(async (db) => {
    // Asked when its turn has come: what was spent waiting for it must not shorten the claim.
    const at = sender.now()
    const now = at.toISOString()
    const ids = (await dueIn(db, now)).map(({ id }) => id)
    if (ids.length === 0) return []
    const rows = await db
      .update(mails)
      .set({
        attempts: sql`${mails.attempts} + 1`,
        firstAttemptAt: sql`coalesce(${mails.firstAttemptAt}, ${now})`,
        claimedBy: by,
        claimedUntil: after(at, lease),
      })
      .where(inArray(mails.id, ids))
      .returning()
    return rows.map((row) => claimedOf(row, secret, now))
  })
}

/** Keeps a claim for another lease while its mail is being sent. */
export async function renewClaim(
  { database, now }: Sender,
  { id, by }: { id: string; by: string },
): Promise<void> {
  const { mails } = database.tables
  await database.writing((db) =>
    db
      .update(mails)
      .set({ claimedUntil: after(now(), lease) })
      .where(and(eq(mails.id, id), eq(mails.claimedBy, by))),
  )
}

function claimedOf(row: MailRow, secret: string | undefined, now: string): Claimed {
  const { id, attempts: attempt } = row
  if (row.until !== null && row.until < now)
    return { id, attempt, unsendable: 'the time was past by which it had to be sent' }
  try {
    const key = sealingKey(secret, 'mail')
    const { text, html, headers, signedWith } = JSON.parse(unsealed(key, row.body ?? '', id))
    const { address, subject, messageId, queuedAt } = row
    const mail = { id, address, subject, text, html, headers, messageId, queuedAt, signedWith }
    return { id, attempt, mail }
  } catch (error) {
    const why = error instanceof Refusal ? 'by another secret' : 'in another way'
    return { id, attempt, unsendable: `its text cannot be opened: it was sealed ${why}` }
  }
}

const after = (at: Date, milliseconds: number) =>
  new Date(at.getTime() + milliseconds).toISOString()
