import * as z from 'zod'
import { permit, type Verb } from '../verb.ts'

/** A mail that is kept because there is no mail server. `at`: ISO 8601, UTC. */
export type KeptMail = { file: string; to: string; subject: string; at: string }

/** The kept mails, newest first, at most 200; `null` where a mail server takes them. */
export const listKeptMails: Verb<z.ZodUnknown, readonly KeptMail[] | null> = {
  input: z.unknown(),
  permission: 'mail:read',
  async run({ actor, keptMails }) {
    permit(actor, 'mail:read')
    return keptMails ? keptMails() : null
  },
}
