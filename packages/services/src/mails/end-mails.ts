import { and, eq, or } from 'drizzle-orm'
import type { Change } from '../history.ts'
import type { Work } from '../verb.ts'
import { mailChange } from './mail.ts'

/** Gives up for good what waits for this recipient, its text with it: the steps, to be told with what ended it. */
export async function giveUpMails(work: Work, recipient: string, why: string): Promise<Change[]> {
  const { mails } = work.tables
  const waiting = and(ofRecipient(work, recipient), eq(mails.state, 'waiting'))
  const left = await work.db.select().from(mails).where(waiting)
  const givenUp = { state: 'dead', detail: why, settledAt: work.now, body: null } as const
  await work.db.update(mails).set(givenUp).where(waiting)
  return left
    .filter(({ told }) => told)
    .map((mail) => mailChange('mails.giveUp', mail, { ...mail, ...givenUp }))
}

/** The same, and takes address, subject and text out of every mail that this recipient ever got. */
export async function forgetMails(work: Work, recipient: string, why: string): Promise<Change[]> {
  const steps = await giveUpMails(work, recipient, why)
  const nothing = { address: '', subject: '', body: null }
  await work.db.update(work.tables.mails).set(nothing).where(ofRecipient(work, recipient))
  return steps
}

/** Also what is about the recipient itself, such as a mail that asks to confirm. */
const ofRecipient = ({ tables: { mails } }: Work, recipient: string) =>
  or(eq(mails.recipient, recipient), eq(mails.about, recipient))
