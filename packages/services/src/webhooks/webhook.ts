import type { Tables } from '@ropewalk/db/tables/tables.ts'
import { boundTo } from '../log/bound.ts'

export type Webhook = Tables['webhooks']['$inferSelect']

/** How mails name it as the recipient. */
export const webhookRecipient = (id: string): string => `webhook ${id}`

/** What the log keeps of one: never what signs. */
export const toldWebhook = ({ label, url, secret }: Webhook) => ({
  label,
  url,
  bound: boundTo(secret),
})
