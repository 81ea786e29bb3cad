import type { Tables } from '@ropewalk/db/tables/tables.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { eq } from 'drizzle-orm'
import type { Change } from '../history.ts'
import type { Work } from '../verb.ts'

export type MailRow = Tables['mails']['$inferSelect']

/** What the log calls a mail. */
export const mailKey = (id: string): string => `mail ${id}`

/** What the log keeps of a mail: no address, no text, and of its attempts only those it was settled by. */
export const toldMail = ({ id, kind, about, recipient, ...mail }: MailRow) => {
  const settled = mail.state === 'waiting' ? null : mail
  return {
    id,
    kind,
    about,
    recipient,
    addressHash: mail.addressHash,
    language: mail.language,
    textSha256: mail.textSha256,
    messageId: mail.messageId,
    queuedAt: mail.queuedAt,
    state: mail.state,
    attempts: settled?.attempts ?? 0,
    firstAttemptAt: settled?.firstAttemptAt ?? null,
    deliveredAt: settled?.deliveredAt ?? null,
    settledAt: settled?.settledAt ?? null,
    detail: settled?.detail ?? '',
  }
}

/** The row of a register of an earlier day for what the log kept. */
export const rowOfTold = (told: Readonly<Record<string, unknown>>) => ({
  ...told,
  told: true,
  address: '',
  subject: '',
  attemptsBefore: 0,
  nextAttemptAt: '',
})

/** One step of a mail, told in the history of what it is about. */
export const mailChange = (verb: string, before: MailRow | null, after: MailRow): Change => ({
  of: after.about.split(', ', 1)[0] ?? after.about,
  record: mailKey(after.id),
  before: before?.told ? toldMail(before) : null,
  after: toldMail(after),
  verb,
})

export async function mailOf({ db, tables }: Pick<Work, 'db' | 'tables'>, id: string) {
  const [found] = await db.select().from(tables.mails).where(eq(tables.mails.id, id))
  if (!found) throw new Refusal('NOT_FOUND', gone, { field: 'id' })
  return found
}

/** One line that tells nobody's address: what a mail server said, as the list and the log keep it. */
export const detailOf = (said: string, address: string): string => {
  const line = said.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim()
  const bare = address === '' ? line : line.replaceAll(new RegExp(literal(address), 'gi'), '…')
  return bare.toWellFormed().slice(0, 500).toWellFormed()
}

const literal = (text: string) => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&')

const gone = both('There is no such mail.', 'Ce courriel n’existe pas.')
