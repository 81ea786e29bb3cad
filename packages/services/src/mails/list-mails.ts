import { type MailState, mailStates } from '@ropewalk/db/tables/mails.ts'
import { desc, eq } from 'drizzle-orm'
import * as z from 'zod'
import { reading } from '../verb.ts'

const shown = 200

/** The mails in one state, newest first, at most 200, and how many there are in each. */
export const listMails = reading(
  { permission: 'mail:read' },
  z.strictObject({ state: z.enum(mailStates) }),
  async ({ db, tables: { mails }, mailing }, { state }) => {
    const rows = await db
      .select()
      .from(mails)
      .where(eq(mails.state, state))
      .orderBy(desc(mails.queuedAt), desc(mails.id))
      .limit(shown)
    const counts = {} as Record<MailState, number>
    for (const each of mailStates) counts[each] = await db.$count(mails, eq(mails.state, each))
    return {
      hasServer: mailing?.hasServer ?? false,
      counts,
      mails: rows.map((row) => ({
        id: row.id,
        kind: row.kind,
        about: row.about,
        recipient: row.recipient,
        /** Both empty 30 days after it was settled. */
        address: row.address,
        subject: row.subject,
        queuedAt: row.queuedAt,
        attempts: row.attempts,
        nextAttemptAt: row.nextAttemptAt,
        deliveredAt: row.deliveredAt,
        settledAt: row.settledAt,
        detail: row.detail,
        /** Its text is still there. */
        canSend: row.state === 'dead' && row.body !== null,
      })),
    }
  },
)
