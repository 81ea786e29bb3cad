import { text } from '@ropewalk/domain/field.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { eq } from 'drizzle-orm'
import * as z from 'zod'
import { writing } from '../verb.ts'
import { detailOf, mailChange, mailOf } from './mail.ts'

const fields = {
  text: text({ label: both('What came back', 'Ce qui est revenu'), chapter: 'contacts' }),
}

/** Tells that a mail that was sent came back, in the words of what came. */
export const markMailBounced = writing(
  { verb: 'mails.markBounced', permission: 'mail:manage', fields },
  z.strictObject({ id: z.uuid(), text: z.string().trim().min(1).max(500) }),
  async (work, { id, text: said }) => {
    const before = await mailOf(work, id)
    const wasSent = before.state === 'sent' || before.state === 'kept'
    if (!wasSent || before.kind === 'webhook')
      throw new Refusal('CONFLICT', notSent, { field: 'id' })
    const after = {
      ...before,
      state: 'bounced' as const,
      told: true,
      settledAt: work.now,
      detail: detailOf(said, before.address),
    }
    const { mails } = work.tables
    await work.db.update(mails).set(after).where(eq(mails.id, id))
    return { change: mailChange('mails.markBounced', before, after), result: {} }
  },
)

const notSent = both(
  'Only a mail that was sent can come back.',
  'Seul un courriel envoyé peut revenir.',
)
