import type { Register } from '@ropewalk/db/records.ts'
import { kept } from '../kept.ts'
import { approvedOnce } from './forget-suppliers.ts'

/** The activities whose approval stands: what the public is told follows from them; undefined while none ever was. */
export const approvedActivities = (register: Register): Promise<ReadonlySet<string> | undefined> =>
  kept(register, 'approved activities', async () => {
    const { approvals } = register.tables
    const rows = await register.db
      .selectDistinct({ recordId: approvals.recordId, state: approvals.state })
      .from(approvals)
      .where(approvedOnce(register))
    if (rows.length === 0) return undefined
    const standing = rows.filter(({ state }) => state === 'approved')
    return new Set(standing.map(({ recordId }) => recordId))
  })
