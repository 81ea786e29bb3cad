import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { eq } from 'drizzle-orm'
import * as z from 'zod'
import { writing } from '../verb.ts'
import { mailChange, mailOf } from './mail.ts'

/** Puts a mail that was given up back into the outbox, as it was written. Refuses one whose text or time is gone. */
export const sendMailAgain = writing(
  { verb: 'mails.sendAgain', permission: 'mail:manage' },
  z.strictObject({ id: z.uuid() }),
  async (work, { id }) => {
    const before = await mailOf(work, id)
    if (before.state !== 'dead') throw new Refusal('CONFLICT', notDead, { field: 'id' })
    const isPast = before.until !== null && before.until < work.now
    if (before.body === null || isPast) throw new Refusal('INVALID', past, { field: 'id' })
    const after = {
      ...before,
      state: 'waiting' as const,
      told: true,
      attemptsBefore: before.attempts,
      nextAttemptAt: work.now,
      settledAt: null,
    }
    const { mails } = work.tables
    await work.db.update(mails).set(after).where(eq(mails.id, id))
    return { change: mailChange('mails.sendAgain', before, after), result: {} }
  },
)

const notDead = both(
  'Only a mail that was given up can be sent again.',
  'Seul un courriel abandonné peut être envoyé de nouveau.',
)
const past = both(
  'This mail can no longer be sent: its text was removed, or what it offers is past. Do again what it told of.',
  'Ce courriel ne peut plus être envoyé : son texte a été supprimé, ou ce qu’il propose est périmé. Refaites ce qu’il annonçait.',
)
