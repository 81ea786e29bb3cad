import { changeFields } from '@ropewalk/domain/changes/change-fields.ts'
import type { Alteration } from '@ropewalk/domain/changes/supplier-change.ts'
import { alteredFacts } from '@ropewalk/domain/changes/words-and-facts.ts'
import { isStated } from '@ropewalk/domain/derived/published-from.ts'
import { limits } from '@ropewalk/domain/limits.ts'
import type { Published } from '@ropewalk/domain/published.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { lines, recordId, versionRead } from '@ropewalk/domain/schema.ts'
import type { SubProcessor } from '@ropewalk/domain/sub-processor/sub-processor.ts'
import * as z from 'zod'
import { factsOf, sealOf } from '../records/publishing.ts'
import { foundAt } from '../records/reads.ts'
import { snapshotOf } from '../snapshots.ts'
import { writing } from '../verb.ts'
import { announcedIn } from './announcing.ts'
import { newDraft } from './drafting.ts'
import { changeRefusals } from './refusals.ts'
import { insertChange } from './stored.ts'

/**
 * Announces what differs of one supplier and brings it into effect today, in one step: for a fact that is stated for
 * the first time, and for what cannot wait. The reason is told to the public as the why, and stands in the ledger for
 * whatever promise of notice it breaks. A specific authorisation holds it all the same.
 */
export const announceAndPublish = writing(
  { verb: 'changes.announceAndPublish', permission: 'register:publish', fields: changeFields },
  z.strictObject({
    id: recordId,
    version: versionRead,
    seal: z.string().max(64).optional(),
    reason: lines(limits.reason).pipe(z.string().min(1)),
    emergency: z.boolean().optional(),
  }),
  async (work, { seal, reason, emergency = false, ...at }) => {
    const record = (await foundAt(work, 'subProcessor', at)) as SubProcessor
    const facts = await factsOf(work, record)
    if (seal !== undefined && seal !== sealOf(facts))
      throw new Refusal('CONFLICT', changeRefusals.moved)
    const before = (await snapshotOf(work, record.id))?.facts
    const isNew = !before || before.status === 'former'
    const draft = await newDraft(work, {
      kind: isNew ? 'add' : 'alter',
      why: reason,
      subProcessors: [record.id],
      alterations: before && !isNew ? alterationsBetween(before, facts) : [],
      effectiveOn: work.today,
      emergency: emergency ? reason : '',
    })
    const created = await insertChange(work, draft)
    const { change, ...told } = await announcedIn(
      work,
      { ...draft, overrideReason: reason },
      { behind: 1 },
    )
    return { change: [created, ...change], ...told }
  },
)

const kinds: Partial<Record<keyof Published, Alteration>> = {
  processingCountries: 'location',
  dataCategories: 'dataCategory',
  transferMechanisms: 'transferBasis',
  function: 'function',
}

function alterationsBetween(before: Published, after: Published): Alteration[] {
  const found = alteredFacts(before, after).map(
    (fact): Alteration => (isStated(fact, before) ? (kinds[fact] ?? 'statement') : 'statement'),
  )
  return [...new Set<Alteration>(found.length > 0 ? found : ['statement'])]
}
