import { authorisations } from '@ropewalk/domain/changes/notice-terms.ts'
import { answerNames, type Told } from '@ropewalk/domain/changes/recipients.ts'
import { type SupplierChange, suppliersOf } from '@ropewalk/domain/changes/supplier-change.ts'
import { both, type Text } from '@ropewalk/domain/words.ts'
import { asc, ne } from 'drizzle-orm'
import { namesOf } from '../links.ts'
import type { Work } from '../verb.ts'

type Delivery = Work['tables']['noticeDeliveries']['$inferSelect']

/** One notice of the ledger with its deliveries counted. */
export type LedgerNotice = SupplierChange & {
  names: string[]
  recipients: number
  delivered: number
  failed: number
}
export type LedgerDelivery = Delivery & { authorisation: Text | null }

/** Every notice ever announced, in order. */
export async function* noticesIn(work: Work): AsyncGenerator<LedgerNotice[]> {
  const changes = await announcedOnes(work)
  const names = await namesOf(work, changes.flatMap(suppliersOf))
  const deliveries = await deliveriesOf(work)
  yield changes.map((change) => {
    const own = deliveries.filter(({ changeId }) => changeId === change.id)
    return {
      ...change,
      names: suppliersOf(change).map((id) => names[id] ?? id),
      recipients: own.length,
      delivered: own.filter(({ deliveredAt }) => deliveredAt !== null).length,
      failed: own.filter(({ outcome }) => outcome === 'failed' || outcome === 'no address').length,
    }
  })
}

/** Every delivery of every notice, in order, with what its recipient authorised. */
export async function* deliveriesIn(work: Work): AsyncGenerator<LedgerDelivery[]> {
  const changes = new Map((await announcedOnes(work)).map((change) => [change.id, change]))
  yield (await deliveriesOf(work)).map((delivery) => {
    const told = changes.get(delivery.changeId)?.told.find(({ party }) => party === delivery.party)
    return { ...delivery, authorisation: told ? authorisationText(told) : null }
  })
}

/** `general`, or `specific: open`. */
function authorisationText({ terms, answer }: Told): Text {
  const kind = authorisations[terms.authorisation]
  if (answer === null) return kind
  const given = answerNames[answer]
  return both(`${kind.en}: ${given.en}`, `${kind.fr} : ${given.fr}`)
}

async function announcedOnes({ db, tables: { supplierChanges } }: Work): Promise<SupplierChange[]> {
  return db
    .select()
    .from(supplierChanges)
    .where(ne(supplierChanges.state, 'draft'))
    .orderBy(asc(supplierChanges.announcedOn), asc(supplierChanges.id))
}

const deliveriesOf = ({ db, tables: { noticeDeliveries } }: Work): Promise<Delivery[]> =>
  db
    .select()
    .from(noticeDeliveries)
    .orderBy(asc(noticeDeliveries.changeId), asc(noticeDeliveries.number))
