import { loadRecords, nounTable, type Register } from '@ropewalk/db/records.ts'
import { nounKeys, nounOf } from '@ropewalk/domain/nouns.ts'
import { and, asc, eq, gt, ne } from 'drizzle-orm'
import { approvalKey } from '../approvals/rounds.ts'
import { settingKey } from '../approvals/settings.ts'
import { ruleKey } from '../backups/backup-rule.ts'
import { deliveryKey, everyChange } from '../changes/stored.ts'
import { factOf } from '../facts.ts'
import { acceptanceKey } from '../findings/findings.ts'
import { mailKey, toldMail } from '../mails/mail.ts'
import { toldObjection } from '../objections/stored.ts'
import { told } from '../people/person.ts'
import { referenceKey } from '../reference.ts'
import { reviewKey } from '../reviews/asked.ts'
import { subscriptionKey, toldSubscription } from '../subscriptions/subscription.ts'
import { boundThings, isBoundKind, type Thing } from './bound-things.ts'
import { logKeyKey } from './log-key.ts'

/** Facts of the installation that the log keeps the state of, under their own key. */
const toldFacts: ReadonlySet<string> = new Set([logKeyKey, ruleKey])

type Current = Pick<Thing, 'record' | 'state'>

/** Whether the newest state of such a thing must be what stands in the database. */
export const isCurrentKind = (record: string): boolean =>
  nounOf(record) !== undefined ||
  /^(US-|CH-|OB-|(snapshot|acceptance|reference|delivery|mail|subscription|approval|review|setting) )/.test(
    record,
  ) ||
  isBoundKind(record) ||
  toldFacts.has(record)

/** Everything that the log keeps the state of, but for snapshots: each of those has an entry of its own. */
export async function* currentThings(register: Register): AsyncGenerator<Current[]> {
  const { db, tables } = register
  for (const noun of nounKeys) {
    const table = nounTable(tables, noun)
    const ids = await db.select({ id: table.id }).from(table).orderBy(asc(table.number))
    for (let start = 0; start < ids.length; start += 200) {
      const some = ids.slice(start, start + 200).map(({ id }) => id)
      const records = await loadRecords(register, noun, { ids: some })
      yield records.map((state) => ({ record: state.id, state }))
    }
  }
  const acceptances = await db.select().from(tables.acceptances)
  yield acceptances.map((state) => ({ record: acceptanceKey(state.id), state }))
  const reference = await db.select().from(tables.referenceData)
  yield reference.map((state) => ({ record: referenceKey(state.id), state }))
  const changes = await everyChange(register)
  yield changes.map((state) => ({ record: state.id, state }))
  const deliveries = await db.select().from(tables.noticeDeliveries)
  yield deliveries.map((state) => ({ record: deliveryKey(state.id), state }))
  const objections = await db.select().from(tables.objections)
  yield objections.map((row) => ({ record: row.id, state: toldObjection(row) }))
  const approvals = await db.select().from(tables.approvals)
  yield approvals.map((state) => ({ record: approvalKey(state.id), state }))
  const reviews = await db.select().from(tables.reviews)
  yield reviews.map((state) => ({ record: reviewKey(state.id), state }))
  const settings = await db.select().from(tables.settings)
  yield settings.map((state) => ({ record: settingKey(state.id), state }))
  const users = await db.select().from(tables.users)
  yield users.map((user) => ({ record: user.id, state: told(user) }))
  yield await boundThings(register)
  yield* toldMails(register)
  yield* toldSubscriptions(register)
  for (const record of toldFacts) {
    const fact = await factOf(register, record)
    if (fact !== undefined) yield [{ record, state: JSON.parse(fact) }]
  }
}

const toldMails = ({ db, tables: { mails } }: Register): AsyncGenerator<Current[]> =>
  pages(
    (after) =>
      db
        .select()
        .from(mails)
        .where(and(eq(mails.told, true), gt(mails.id, after)))
        .orderBy(asc(mails.id))
        .limit(atOnce),
    (mail) => ({ record: mailKey(mail.id), state: toldMail(mail) }),
  )

const toldSubscriptions = ({ db, tables }: Register): AsyncGenerator<Current[]> => {
  const { subscriptions } = tables
  return pages(
    (after) =>
      db
        .select()
        .from(subscriptions)
        .where(and(ne(subscriptions.state, 'pending'), gt(subscriptions.id, after)))
        .orderBy(asc(subscriptions.id))
        .limit(atOnce),
    (each) => ({ record: subscriptionKey(each.id), state: toldSubscription(each) }),
  )
}

const atOnce = 500

async function* pages<Row extends { id: string }>(
  pageAfter: (id: string) => Promise<Row[]>,
  asTold: (row: Row) => Current,
): AsyncGenerator<Current[]> {
  for (let after: string | undefined = ''; after !== undefined; ) {
    const rows: Row[] = await pageAfter(after)
    yield rows.map(asTold)
    after = rows.length < atOnce ? undefined : rows.at(-1)?.id
  }
}
