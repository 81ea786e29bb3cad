import type { Language } from '@ropewalk/domain/words.ts'
import type { Makers } from '../makers.ts'

export const mailStates = ['waiting', 'sent', 'kept', 'dead', 'bounced'] as const
/**
 * `sent`: a mail server took it. `kept`: it lies in the data folder, where there is no mail server. `dead`: it was given
 * up. `bounced`: it was sent and came back.
 */
export type MailState = (typeof mailStates)[number]

export const mailTables = (make: Makers) => ({
  /** The outbox: written by the transaction that a mail tells of, sent afterwards. Times are ISO 8601, UTC. */
  mails: make.table(
    'mails',
    {
      id: make.text('id').primaryKey(),
      kind: make.text('kind').notNull(),
      /** The record or person that it tells of. */
      about: make.text('about').notNull(),
      /** How records name the recipient without the address; empty where nothing does. */
      recipient: make.text('recipient').notNull().default(''),
      /** Whether the log tells what became of it. */
      told: make.yesNo('told').notNull().default(false),
      /** Emptied 30 days after the mail is settled, as is the subject. */
      address: make.text('address').notNull(),
      /** HMAC-SHA-256 with a key of the installation's secret, hexadecimal: it stays. */
      addressHash: make.text('address_hash').notNull(),
      subject: make.text('subject').notNull(),
      language: make.text('language').$type<Language>().notNull(),
      /** Texts and headers, AES-256-GCM under a key of the installation's secret; removed once it is delivered. */
      body: make.text('body'),
      /** SHA-256 of the plain text, hexadecimal. */
      textSha256: make.text('text_sha256').notNull(),
      /** RFC 5322, made when it was written: the same on every attempt. */
      messageId: make.text('message_id').notNull(),
      state: make.text('state').$type<MailState>().notNull().default('waiting'),
      queuedAt: make.text('queued_at').notNull(),
      /** After it there is no use in sending it. */
      until: make.text('until'),
      attempts: make.integer('attempts').notNull().default(0),
      /** Of a mail that was given up and is sent again: the attempts before. */
      attemptsBefore: make.integer('attempts_before').notNull().default(0),
      nextAttemptAt: make.text('next_attempt_at').notNull(),
      firstAttemptAt: make.text('first_attempt_at'),
      deliveredAt: make.text('delivered_at'),
      settledAt: make.text('settled_at'),
      /** What the mail server or the administrator said, without the address. */
      detail: make.text('detail').notNull().default(''),
      /** Who is sending it, and until when nobody else may. */
      claimedBy: make.text('claimed_by'),
      claimedUntil: make.text('claimed_until'),
    },
    (table) => [
      make.index('mails_due').on(table.state, table.nextAttemptAt),
      make.index('mails_queued').on(table.state, table.queuedAt),
      make.index('mails_about').on(table.about),
      make.index('mails_settled').on(table.settledAt),
      make.index('mails_address').on(table.addressHash, table.kind, table.queuedAt),
      make.index('mails_recipient').on(table.recipient, table.queuedAt),
    ],
  ),
})
