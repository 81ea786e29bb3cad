import type { SupplierChange } from '@ropewalk/domain/changes/supplier-change.ts'
import type { Change } from '../history.ts'
import type { Work } from '../verb.ts'
import type { Recipient } from './impact.ts'

type Delivery = Work['tables']['noticeDeliveries']['$inferSelect']

/** What the log calls the delivery of a notice. */
export const deliveryKey = (id: string): string => `delivery ${id}`

/**
 * Writes into the ledger whom an announced change is told to, each with the deadline of its own, within the announcing
 * transaction. Mails are queued here once there is an outbox: until then their outcome is `not sent`. A class of
 * organisations has no address: the public page tells it.
 */
export async function tellRecipients(
  work: Work,
  change: SupplierChange,
  recipients: readonly Recipient[],
): Promise<Change[]> {
  const lines = recipients.flatMap(linesOf)
  const rows = lines.map((line, nth): Delivery => {
    const isTold = line.channel === 'page'
    return {
      ...{ id: `${change.id}.${nth + 1}`, changeId: change.id, number: nth + 1, ...line },
      ...{ attempts: 0, firstAttemptAt: null, deliveredAt: isTold ? work.now : null, detail: '' },
    }
  })
  for (let start = 0; start < rows.length; start += 100)
    await work.db.insert(work.tables.noticeDeliveries).values(rows.slice(start, start + 100))
  return rows.map((after) => ({
    of: change.id,
    record: deliveryKey(after.id),
    before: null,
    after,
  }))
}

type Line = Pick<
  Delivery,
  'party' | 'recipient' | 'deadline' | 'address' | 'language' | 'channel' | 'outcome'
>

function linesOf({ party, name, contacts, deadlines, aClass }: Recipient): Line[] {
  const line = { party, recipient: name, deadline: deadlines.objectUntil }
  const nowhere = { ...line, address: '', language: null }
  if (aClass) return [{ ...nowhere, channel: 'page', outcome: 'published' }]
  if (contacts.length === 0) return [{ ...nowhere, channel: 'mail', outcome: 'no address' }]
  return contacts.map(({ email, language }) => ({
    ...{ ...line, address: email, language, channel: 'mail', outcome: 'not sent' },
  }))
}
