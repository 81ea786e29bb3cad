import type { Published } from '../published.ts'
import type { SubProcessor } from '../sub-processor/sub-processor.ts'
import type { ChangedFacts, ChangeKind, SupplierChange } from './supplier-change.ts'

/** What the public reads of a supplier once the change is in effect. */
export function factsAfter(
  part: Part,
  { live, before, on }: { live: Published; before: Published | null; on: string | null },
): Published {
  if (part === 'comes') return { ...live, status: 'active', effectiveOn: on, endedOn: null }
  if (part === 'goes') return { ...(before ?? live), status: 'former', endedOn: on }
  return live
}

/** What becomes of a supplier by a change. */
export type Part = 'comes' | 'goes' | 'stays'

export function partOf(
  { kind, replaced }: { kind: ChangeKind; replaced: readonly string[] },
  id: string,
): Part {
  if (kind === 'alter') return 'stays'
  return kind === 'remove' || replaced.includes(id) ? 'goes' : 'comes'
}

type Dates = Partial<Pick<SubProcessor, 'status' | 'announcedOn' | 'effectiveOn' | 'endedOn'>>

/** The status and dates that a change writes into the record of a supplier when it is announced. */
export function statusAnnounced(part: Part, announcedOn: string): Dates {
  if (part === 'comes') return { status: 'announced', announcedOn }
  return part === 'goes' ? { status: 'leaving', announcedOn } : {}
}

/** And when it takes effect. */
export function statusInEffect(part: Part, on: string): Dates {
  if (part === 'comes') return { status: 'active', effectiveOn: on, endedOn: null }
  return part === 'goes' ? { status: 'former', endedOn: on } : {}
}

/** The facts as announced, with the day on which they came to be so. */
export const factsInEffect = (change: SupplierChange, facts: ChangedFacts, on: string): Published =>
  factsAfter(partOf(change, facts.subProcessorId), {
    live: facts.after,
    before: facts.after,
    on,
  })
