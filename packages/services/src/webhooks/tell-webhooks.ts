import { asc, isNull } from 'drizzle-orm'
import { longestMail, type NewMail, queueMails } from '../mails/queue-mail.ts'
import { openable, sealingKey } from '../people/sealed-secret.ts'
import type { Work } from '../verb.ts'
import { type Webhook, webhookRecipient } from './webhook.ts'

/** What programs are told: as anyone may read it on the public pages. */
export type WebhookEvent = {
  type: 'webhook.test' | `change.${'announced' | 'moved' | 'withdrawn' | 'effective'}`
  /** The change, or the webhook that is tried. */
  about: string
  data: Readonly<Record<string, unknown>>
  /** What is sent instead where the whole is too long. */
  short?: Readonly<Record<string, unknown>>
}

/** Writes an event for every webhook into the outbox, within the transaction of what it tells. */
export async function tellWebhooks(work: Work, event: WebhookEvent): Promise<void> {
  const { webhooks } = work.tables
  const open = await work.db
    .select()
    .from(webhooks)
    .where(isNull(webhooks.endedAt))
    .orderBy(asc(webhooks.id))
  await tell(work, open, event)
}

/**
 * The same for these alone. The body is that of Standard Webhooks 1.0: type, timestamp, data. One whose secret another
 * secret of the installation sealed is written as given up, so that what it tells goes on.
 */
export async function tell(
  work: Work,
  webhooks: readonly Webhook[],
  event: WebhookEvent,
): Promise<void> {
  if (webhooks.length === 0) return
  const text = bodyOf(work, event)
  const key = sealingKey(work.secret, 'mail')
  await queueMails(
    work,
    webhooks.map(({ id, url, secret }): NewMail => {
      const signedWith = openable(key, secret, id)
      return {
        ...{ to: url, language: 'en', subject: event.type, text },
        ...(signedWith === undefined ? { unsendable } : { signedWith }),
        about: { kind: 'webhook', record: event.about, recipient: webhookRecipient(id) },
      }
    }),
  )
}

const unsendable = 'its signing secret cannot be opened: it was sealed by another secret'

function bodyOf({ now }: Work, { type, data, short = data }: WebhookEvent): string {
  const body = (told: WebhookEvent['data']) =>
    `${JSON.stringify({ type, timestamp: now, data: told })}\n`
  const whole = body(data)
  return whole.length > longestMail ? body(short) : whole
}
