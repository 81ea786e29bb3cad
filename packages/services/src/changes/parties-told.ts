import { loadRecords } from '@ropewalk/db/records.ts'
import type { SupplierChange } from '@ropewalk/domain/changes/supplier-change.ts'
import type { Party } from '@ropewalk/domain/party.ts'
import { inBatches } from '../look.ts'
import type { Work } from '../verb.ts'

/** The parties of a notice as they stand now: a contact that came after the announcement counts too. */
export async function partiesTold(
  work: Work,
  { told }: Pick<SupplierChange, 'told'>,
): Promise<Map<string, Party>> {
  const loaded = await inBatches(
    told.map(({ party }) => party),
    (ids) => loadRecords(work, 'party', { ids }),
  )
  return new Map(loaded.map((party) => [party.id, party as unknown as Party]))
}
