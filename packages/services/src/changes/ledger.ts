import type { Tables } from '@ropewalk/db/tables/tables.ts'
import type { DeliveryOutcome } from '@ropewalk/domain/changes/notice-steps.ts'
import { authorisations } from '@ropewalk/domain/changes/notice-terms.ts'
import { answerNames, type Told } from '@ropewalk/domain/changes/recipients.ts'
import { type SupplierChange, suppliersOf } from '@ropewalk/domain/changes/supplier-change.ts'
import { both, type Text } from '@ropewalk/domain/words.ts'
import { and, asc, count, eq, gt, like, ne } from 'drizzle-orm'
import { namesOf } from '../links.ts'
import type { MailRow } from '../mails/mail.ts'
import { objectionCounts } from '../objections/list.ts'
import { subscriptionKey } from '../subscriptions/subscription.ts'
import type { Work } from '../verb.ts'

type Reach = Pick<Work, 'db' | 'tables'>
type Row = Tables['noticeDeliveries']['$inferSelect']

/** One notice to one recipient with what became of it: of a mail, what the outbox says. */
export type Delivery = Omit<Row, 'step' | 'number'> & {
  /** None for a subscriber: one mail tells all of an hour. */
  step: Row['step'] | null
  outcome: DeliveryOutcome
  attempts: number
  firstAttemptAt: string | null
  deliveredAt: string | null
  detail: string
  /** Empty 30 days after the mail is settled, and of a subscriber. */
  address: string
  /** Keyed, hexadecimal: it stays; none of a subscriber. */
  addressHash: string | null
  /** SHA-256 of the mail's plain text, hexadecimal. */
  textSha256: string | null
  messageId: string | null
}

/** One notice of the ledger with its deliveries counted. */
export type LedgerNotice = SupplierChange & {
  names: string[]
  objections: number
} & DeliveryCounts
export type DeliveryCounts = Record<'recipients' | 'delivered' | 'failed' | 'waiting', number>
export type LedgerDelivery = Delivery & { authorisation: Text | null }

/** Every notice ever announced, in order. */
export async function noticesIn(work: Work): Promise<LedgerNotice[]> {
  const changes = await announcedOnes(work)
  const names = await namesOf(work, changes.flatMap(suppliersOf))
  const counts = await countsByChange(work)
  const objections = await objectionCounts(work)
  return changes.map((change) => ({
    ...change,
    names: suppliersOf(change).map((id) => names[id] ?? id),
    objections: objections.get(change.id) ?? 0,
    ...countsOf(counts.get(change.id) ?? new Map()),
  }))
}

/**
 * Every delivery of every notice with what its recipient authorised: those of parties in order, then those of
 * subscribers, a line for each change that a mail told of.
 */
export async function* deliveriesIn(work: Work): AsyncGenerator<LedgerDelivery[]> {
  for (const change of await announcedOnes(work)) {
    const told = new Map(change.told.map((each) => [each.party, each]))
    yield (await deliveriesOf(work, change.id)).map((delivery) => ({
      ...delivery,
      authorisation: authorisationText(told.get(delivery.party)),
    }))
  }
  for (let after: string | undefined = ''; after !== undefined; ) {
    const mails: MailRow[] = await subscribersMails(work, after)
    yield mails.flatMap((mail) =>
      mail.about.split(', ').map((changeId) => ({
        ...{
          id: mail.id,
          changeId,
          step: null,
          party: '',
          deadline: null,
          channel: 'mail' as const,
        },
        ...{ recipient: mail.recipient, language: mail.language, toldAt: mail.queuedAt },
        ...{
          mailId: mail.id,
          authorisation: null,
          ...fateOf(mail),
          address: '',
          addressHash: null,
        },
      })),
    )
    after = mails.length < atOnce ? undefined : mails.at(-1)?.id
  }
}

/** What a change was told to parties, in the order of the ledger. */
export async function deliveriesOf(
  { db, tables: { noticeDeliveries, mails } }: Reach,
  changeId: string,
): Promise<Delivery[]> {
  const rows = await db
    .select({ delivery: noticeDeliveries, mail: mails })
    .from(noticeDeliveries)
    .leftJoin(mails, eq(mails.id, noticeDeliveries.mailId))
    .where(eq(noticeDeliveries.changeId, changeId))
    .orderBy(asc(noticeDeliveries.number))
  return rows.map(({ delivery: { number: _, ...delivery }, mail }) => ({
    ...delivery,
    ...(mail ? fateOf(mail) : unmailed(delivery)),
  }))
}

/** How many of a change's notices went to subscribers and what became of them, and whether more are to be written. */
export async function subscribersTold(work: Reach, changeId: string) {
  const counts = await countsByChange(work, 'subscribers')
  const { notices } = work.tables
  const open = await work.db
    .select({ doneAt: notices.doneAt })
    .from(notices)
    .where(eq(notices.about, changeId))
  return {
    ...countsOf(counts.get(changeId) ?? new Map()),
    isQueueing: open.some(({ doneAt }) => doneAt === null),
  }
}

const fateOf = (mail: MailRow) => ({
  outcome: mail.state,
  attempts: mail.attempts,
  firstAttemptAt: mail.firstAttemptAt,
  deliveredAt: mail.deliveredAt,
  detail: mail.detail,
  address: mail.address,
  addressHash: mail.addressHash,
  textSha256: mail.textSha256,
  messageId: mail.messageId,
})

const unmailed = ({ channel, toldAt }: Pick<Row, 'channel' | 'toldAt'>) => ({
  outcome: channel === 'page' ? ('published' as const) : ('noAddress' as const),
  ...{ attempts: 0, firstAttemptAt: null, deliveredAt: channel === 'page' ? toldAt : null },
  ...{ detail: '', address: '', addressHash: null, textSha256: null, messageId: null },
})

/** `general`, or `specific: open`. */
function authorisationText(told: Told | undefined): Text | null {
  if (!told) return null
  const kind = authorisations[told.terms.authorisation]
  if (told.answer === null) return kind
  const given = answerNames[told.answer]
  return both(`${kind.en}: ${given.en}`, `${kind.fr} : ${given.fr}`)
}

async function announcedOnes({
  db,
  tables: { supplierChanges },
}: Reach): Promise<SupplierChange[]> {
  return db
    .select()
    .from(supplierChanges)
    .where(ne(supplierChanges.state, 'draft'))
    .orderBy(asc(supplierChanges.announcedOn), asc(supplierChanges.id))
}

const atOnce = 500
const toSubscribers = ({ mails }: Reach['tables']) =>
  and(eq(mails.kind, 'notice'), like(mails.recipient, `${subscriptionKey('')}%`))

const subscribersMails = ({ db, tables }: Reach, after: string): Promise<MailRow[]> =>
  db
    .select()
    .from(tables.mails)
    .where(and(toSubscribers(tables), gt(tables.mails.id, after)))
    .orderBy(asc(tables.mails.id))
    .limit(atOnce)

type Outcomes = Map<DeliveryOutcome, number>

async function countsByChange(
  { db, tables }: Reach,
  of: 'all' | 'subscribers' = 'all',
): Promise<Map<string, Outcomes>> {
  const { mails, noticeDeliveries } = tables
  const counts = new Map<string, Outcomes>()
  const add = (change: string, outcome: DeliveryOutcome, n: number) => {
    const known = counts.get(change) ?? new Map()
    counts.set(change, known.set(outcome, (known.get(outcome) ?? 0) + n))
  }
  const told = await db
    .select({ about: mails.about, state: mails.state, n: count() })
    .from(mails)
    .where(toSubscribers(tables))
    .groupBy(mails.about, mails.state)
  for (const { about, state, n } of told)
    for (const change of about.split(', ')) add(change, state, n)
  if (of === 'subscribers') return counts
  const lines = await db
    .select({
      ...{ changeId: noticeDeliveries.changeId, channel: noticeDeliveries.channel },
      ...{ state: mails.state, n: count() },
    })
    .from(noticeDeliveries)
    .leftJoin(mails, eq(mails.id, noticeDeliveries.mailId))
    .groupBy(noticeDeliveries.changeId, noticeDeliveries.channel, mails.state)
  for (const { changeId, channel, state, n } of lines)
    add(changeId, state ?? (channel === 'page' ? 'published' : 'noAddress'), n)
  return counts
}

function countsOf(outcomes: Outcomes): DeliveryCounts {
  const sum = (...of: DeliveryOutcome[]) =>
    of.reduce((total, each) => total + (outcomes.get(each) ?? 0), 0)
  const counted = {
    delivered: sum('sent', 'kept', 'published'),
    failed: sum('dead', 'bounced', 'noAddress'),
    waiting: sum('waiting'),
  }
  return { recipients: counted.delivered + counted.failed + counted.waiting, ...counted }
}
