import { publicChange } from '@ropewalk/domain/changes/public-change.ts'
import type { SupplierChange } from '@ropewalk/domain/changes/supplier-change.ts'
import { publicRoot } from '@ropewalk/domain/public-root.ts'
import type { Work } from '../verb.ts'
import { tellWebhooks, type WebhookEvent } from '../webhooks/tell-webhooks.ts'

/** Tells every webhook one step of a change: what the public pages show of it, or, if too long, where that is. */
export async function tellPrograms(
  work: Work,
  change: SupplierChange,
  type: Exclude<WebhookEvent['type'], 'webhook.test'>,
): Promise<void> {
  const notice = publicChange(change)
  if (!notice) throw new Error('A draft was told.')
  const page = `${work.mailing?.base}${publicRoot('en')}/changes/${change.id}`
  await tellWebhooks(work, {
    ...{ type, about: change.id, data: { page, change: notice } },
    short: { page, id: change.id, version: change.version, whole: false },
  })
}
