import { loadRecords } from '@ropewalk/db/records.ts'
import { factsAfter, partOf } from '@ropewalk/domain/changes/after.ts'
import { type Deadlines, deadlinesFrom, longest } from '@ropewalk/domain/changes/deadlines.ts'
import { usualTerms } from '@ropewalk/domain/changes/notice-terms.ts'
import {
  type ChangedFacts,
  type FormerStatus,
  type SupplierChange,
  suppliersOf,
} from '@ropewalk/domain/changes/supplier-change.ts'
import { publishedFrom } from '@ropewalk/domain/derived/published-from.ts'
import type { Organisation } from '@ropewalk/domain/organisation.ts'
import type { SubProcessor } from '@ropewalk/domain/sub-processor/sub-processor.ts'
import { firstOrganisationRecord } from '../first-organisation.ts'
import { lookIn } from '../look.ts'
import { snapshotOf } from '../snapshots.ts'
import type { Work } from '../verb.ts'
import { type Impact, impactIn } from './impact.ts'

/** A change with everything that follows from it today: facts on both sides, whom it is told to, how long they have. */
export type Prepared = {
  facts: ChangedFacts[]
  former: FormerStatus[]
  suppliers: SubProcessor[]
  impact: Impact
  deadlines: Deadlines
  organisation: Organisation | undefined
}

export async function preparedIn(work: Work, change: SupplierChange): Promise<Prepared> {
  const ids = suppliersOf(change)
  const suppliers = await suppliersIn(work, change)
  const look = await lookIn(work, { today: work.today, linkedTo: ids })
  const facts: ChangedFacts[] = []
  for (const supplier of suppliers) {
    const before = (await snapshotOf(work, supplier.id))?.facts ?? null
    const after = factsAfter(partOf(change, supplier.id), {
      live: publishedFrom(supplier, look),
      before,
      on: change.effectiveOn,
    })
    facts.push({ subProcessorId: supplier.id, before, after })
  }
  const impact = await impactIn(work, ids)
  const organisation = await firstOrganisationRecord(work)
  const usual = deadlinesFrom(work.today, usualTerms(organisation), () => false)
  const deadlines = longest([usual, ...impact.recipients.map((told) => told.deadlines)]) ?? usual
  return { facts, former: suppliers.map(formerOf), suppliers, impact, deadlines, organisation }
}

/** The records of everyone whom a change is about. */
export const suppliersIn = async (work: Work, change: SupplierChange): Promise<SubProcessor[]> =>
  (await loadRecords(work, 'subProcessor', {
    ids: suppliersOf(change),
  })) as unknown as SubProcessor[]

const formerOf = ({ id, status, announcedOn, effectiveOn, endedOn }: SubProcessor) => ({
  subProcessorId: id,
  status,
  announcedOn,
  effectiveOn,
  endedOn,
})
