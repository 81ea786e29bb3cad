import { asc, isNull } from 'drizzle-orm'
import { queueMails } from '../mails/queue-mail.ts'
import { sealingKey, unsealed } from '../people/sealed-secret.ts'
import type { Work } from '../verb.ts'
import { type Webhook, webhookRecipient } from './webhook.ts'

/** What programs are told: as anyone may read it on the public pages. */
export type WebhookEvent = {
  type: 'webhook.test' | `change.${'announced' | 'moved' | 'withdrawn' | 'effective'}`
  /** The change, or the webhook that is tried. */
  about: string
  data: Readonly<Record<string, unknown>>
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

/** The same for these alone. The body is that of Standard Webhooks 1.0: type, timestamp, data. */
export async function tell(
  work: Work,
  webhooks: readonly Webhook[],
  { type, about, data }: WebhookEvent,
): Promise<void> {
  const text = `${JSON.stringify({ type, timestamp: work.now, data })}\n`
  await queueMails(
    work,
    webhooks.map(({ id, url, secret }) => ({
      to: url,
      language: 'en',
      subject: type,
      text,
      signedWith: unsealed(sealingKey(work.secret, 'mail'), secret, id),
      about: { kind: 'webhook', record: about, recipient: webhookRecipient(id) },
    })),
  )
}
