import { changed } from '@ropewalk/domain/change.ts'
import { same } from '@ropewalk/domain/changes-between.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import type { SubProcessor } from '@ropewalk/domain/sub-processor/sub-processor.ts'
import type { Change } from '../history.ts'
import { saved } from '../records/writes.ts'
import type { Work } from '../verb.ts'

type Dates = Partial<Pick<SubProcessor, 'status' | 'announcedOn' | 'effectiveOn' | 'endedOn'>>

/** Writes status and dates into the records of a change's suppliers, told with the change as the reason. */
export async function statusWritten(
  work: Work,
  suppliers: readonly SubProcessor[],
  reason: string,
  datesOf: (supplier: SubProcessor) => Dates,
): Promise<Change[]> {
  const told: Change[] = []
  for (const supplier of suppliers) {
    const fields = datesOf(supplier)
    const before = supplier as unknown as AnyRecord
    if (Object.entries(fields).every(([key, value]) => same(before[key], value))) continue
    const after = changed('subProcessor', before, { fields }, work)
    const { change } = await saved(work, 'subProcessor', { before, after, reason })
    told.push(...[change].flat())
  }
  return told
}
