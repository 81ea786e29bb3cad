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
import { asc, isNull } from 'drizzle-orm'
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
  const suppliers = (await loadRecords(work, 'subProcessor', { ids })) as unknown as SubProcessor[]
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
  const organisation = await firstOrganisation(work)
  const usual = deadlinesFrom(work.today, usualTerms(organisation), () => false)
  const deadlines = longest([usual, ...impact.recipients.map((told) => told.deadlines)]) ?? usual
  return { facts, former: suppliers.map(formerOf), suppliers, impact, deadlines, organisation }
}

const formerOf = ({ id, status, announcedOn, effectiveOn, endedOn }: SubProcessor) => ({
  subProcessorId: id,
  status,
  announcedOn,
  effectiveOn,
  endedOn,
})

export async function firstOrganisation(work: Work): Promise<Organisation | undefined> {
  const rows = await work.db
    .select({ id: work.tables.nouns.organisation.id })
    .from(work.tables.nouns.organisation)
    .where(isNull(work.tables.nouns.organisation.archivedAt))
    .orderBy(asc(work.tables.nouns.organisation.number))
    .limit(1)
  const ids = rows.map(({ id }) => id)
  const [found] = await loadRecords(work, 'organisation', { ids })
  return found as unknown as Organisation | undefined
}
