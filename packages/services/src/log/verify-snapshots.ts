import type { Register } from '@ropewalk/db/records.ts'
import { canonicalText } from '@ropewalk/log/canonical.ts'
import { asc, gt } from 'drizzle-orm'
import { snapshotKey } from '../snapshots.ts'
import { afterIn } from './after-in.ts'
import { statesAt } from './states-at.ts'
import type { LiveFault } from './verify-live.ts'

export const isSnapshot = (record: string): boolean => record.startsWith(snapshotKey(''))

/**
 * Every snapshot of the public list, old ones too, held against the entry that tells it: its number is the entry's. One
 * of whose entry values were erased since is not compared.
 */
export async function differingSnapshots(
  register: Register,
  published: ReadonlySet<number>,
): Promise<LiveFault[]> {
  const { snapshots } = register.tables
  const faults: LiveFault[] = []
  const unseen = new Set(published)
  for (let after = 0; ; ) {
    const rows = await register.db
      .select()
      .from(snapshots)
      .where(gt(snapshots.seq, after))
      .orderBy(asc(snapshots.seq))
      .limit(200)
    const states = await statesAt(
      register,
      rows.map(({ seq }) => seq),
    )
    for (const row of rows) {
      const { seq } = row
      const detail = snapshotKey(row.subProcessorId)
      const text = states.get(seq)
      if (!unseen.delete(seq)) faults.push({ seq, what: 'record-unknown', detail })
      else if (!text?.includes('"erased":[') && afterIn(text) !== canonicalText(row))
        faults.push({ seq, what: 'record-differs', detail })
    }
    if (rows.length < 200) break
    after = rows.at(-1)?.seq ?? after
  }
  const gone = await statesAt(register, [...unseen])
  for (const seq of unseen)
    if (afterIn(gone.get(seq)) !== 'null')
      faults.push({ seq, what: 'record-missing', detail: snapshotKey('').trim() })
  return faults
}
