import type { Database } from '@ropewalk/db/database.ts'
import type { Manifest } from '@ropewalk/log/pack/manifest.ts'
import { stateOf } from '@ropewalk/log/state.ts'
import { and, desc, eq, isNotNull, like } from 'drizzle-orm'
import type { MadeExport } from '../exports.ts'

/** What the log calls a pack among the exports. */
export const packDataset = 'pack'

/** The pack that was made last, as the log tells it. */
export async function previousPack({
  reading,
  tables: { entries, states },
}: Database): Promise<Manifest['generation']['previousPack']> {
  const rows = await reading((db) =>
    db
      .select({ at: entries.at, value: states.value })
      .from(entries)
      .innerJoin(states, and(eq(states.seq, entries.seq), isNotNull(states.value)))
      .where(and(eq(entries.verb, 'exports.make'), like(states.value, '%"dataset":"pack"%')))
      .orderBy(desc(entries.seq))
      .limit(20),
  )
  for (const { at, value } of rows) {
    const { dataset, complete, exportId, parameters, sha256, head } = stateOf(value ?? '')
      .after as MadeExport
    if (dataset === packDataset && complete) return { exportId, at, parameters, sha256, head }
  }
  return null
}
