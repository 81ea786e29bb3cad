import { randomUUID } from 'node:crypto'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both, type Language } from '@ropewalk/domain/words.ts'
import { writeHistory } from '../history.ts'
import { hexOf } from '../log/hash.ts'
import { type SealingKey, sealed, sealingKey } from '../people/sealed-secret.ts'
import { addressHash } from '../people/secrets.ts'
import type { Work } from '../verb.ts'
import { isAddress } from './address.ts'
import { htmlOfText } from './html-of-text.ts'
import { type MailRow, mailChange } from './mail.ts'

/** Characters of a mail’s text, and of its HTML. */
export const longestMail = 200_000

/** One message to one person, or to one program. */
export type NewMail = {
  /** A bare address; of a post the URL. */
  to: string
  language: Language
  subject: string
  text: string
  /** Absent: the text as HTML. */
  html?: string
  /** By name as they are sent; not those of the message itself (From, To, Subject, Date, Message-ID). */
  headers?: Readonly<Record<string, string>>
  about: {
    /** What it is, such as `invitation`. */
    kind: string
    /** The record or person it tells of: in its history what became of the mail is told. Of several (`, ` between) in the first one’s. */
    record: string
    /** How the log names the recipient instead of the address, such as a party's id. Given: every step is told. */
    recipient?: string
  }
  /** Given: `text` is posted to the URL instead, signed with this (`whsec_…`, Standard Webhooks 1.0). */
  signedWith?: string
  /** After it (ISO 8601, UTC) there is no use in sending it. */
  until?: string
  /** Given: why it cannot be sent at all. It is written as given up, without its text, so that it is seen. */
  unsendable?: string
}

export type Queued = {
  id: string
  /** Of the plain text, hexadecimal. */
  textSha256: string
}

/**
 * Writes a mail within the transaction of what it tells; it is sent once that is committed. Refuses what would forge a
 * header, and a text over 200,000 characters.
 */
export async function queueMail(work: Work, mail: NewMail): Promise<Queued> {
  const [queued] = await queueMails(work, [mail])
  if (!queued) throw new Error('A mail was not written.')
  return queued
}

/** The same for many: their steps are told in one go. */
export async function queueMails(work: Work, mails: readonly NewMail[]): Promise<Queued[]> {
  const { db, tables } = work
  if (mails.length === 0) return []
  const key = sealingKey(work.secret, 'mail')
  const rows = mails.map((mail) => rowOf(work, mail, key))
  for (let start = 0; start < rows.length; start += 100)
    await db.insert(tables.mails).values(rows.slice(start, start + 100))
  const told = rows
    .filter((row) => row.told)
    .map((row) => mailChange(row.state === 'dead' ? 'mails.giveUp' : 'mails.queue', null, row))
  await writeHistory(work, 'mails.queue', told)
  return rows.map(({ id, textSha256 }) => ({ id, textSha256 }))
}

function rowOf({ mailing, secret, now }: Work, mail: NewMail, key: SealingKey): MailRow {
  if (!mailing || secret === undefined) throw new Error('This context cannot write mails.')
  const { to, subject, text, headers = {}, language, about, signedWith, unsendable } = mail
  refuseForged(mail)
  const id = randomUUID()
  const html = signedWith === undefined ? (mail.html ?? htmlOfText(subject, text, language)) : ''
  return {
    id,
    kind: about.kind,
    about: about.record,
    recipient: about.recipient ?? '',
    told: about.recipient !== undefined,
    address: to,
    addressHash: addressHash(secret, to.toLowerCase(), 'mail'),
    subject,
    language,
    body:
      unsendable === undefined
        ? sealed(key, JSON.stringify({ text, html, headers, signedWith }), id)
        : null,
    textSha256: hexOf(text),
    messageId: `<${id}@${mailing.domain}>`,
    state: unsendable === undefined ? 'waiting' : 'dead',
    queuedAt: now,
    until: mail.until ?? null,
    attempts: 0,
    attemptsBefore: 0,
    nextAttemptAt: now,
    firstAttemptAt: null,
    deliveredAt: null,
    settledAt: unsendable === undefined ? null : now,
    detail: unsendable ?? '',
    claimedBy: null,
    claimedUntil: null,
  }
}

function refuseForged(mail: NewMail): void {
  const { to, subject, text, html = '', headers = {}, signedWith, unsendable } = mail
  if (signedWith === undefined && unsendable === undefined && !isAddress(to))
    throw new Refusal('INVALID', notAnAddress, { field: 'to' })
  const values = [subject, ...Object.values(headers)]
  if (values.some((value) => /[\r\n\0]/.test(value) || value.length > 900))
    throw new Refusal('INVALID', brokenHeader)
  if (Object.keys(headers).some((name) => !headerName.test(name)))
    throw new Refusal('INVALID', brokenHeader)
  if (Math.max(text.length, html.length) > longestMail)
    throw new Refusal('TOO_LARGE', tooLong, { field: 'text' })
}

const headerName =
  /^(?!(from|to|cc|bcc|subject|date|message-id|sender|content-.*)$)[a-z][a-z0-9-]{0,60}$/i

const brokenHeader = both(
  'A mail’s subject and headers cannot hold line breaks or more than 900 characters, and name no address.',
  'L’objet et les en-têtes d’un courriel ne peuvent contenir ni retour à la ligne ni plus de 900 caractères, ni désigner d’adresse.',
)
const notAnAddress = both(
  'This is not one e-mail address.',
  'Ce n’est pas une adresse électronique unique.',
)
const tooLong = both(
  'A mail holds at most 200,000 characters.',
  'Un courriel contient au plus 200 000 caractères.',
)
