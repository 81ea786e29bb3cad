import type { Database } from '@ropewalk/db/database.ts'
import type { Manifest } from '@ropewalk/log/pack/manifest.ts'
import { and, eq, like } from 'drizzle-orm'
import type { MadeExport } from '../exports.ts'
import { entriesWhere } from '../log/entries.ts'

/** What the log calls a pack among the exports. */
export const packDataset = 'pack'

/** The pack that was made last, as the log tells it. */
export async function previousPack({
  reading,
  tables,
}: Database): Promise<Manifest['generation']['previousPack']> {
  const { entries, states } = tables
  const where = and(eq(entries.verb, 'exports.make'), like(states.value, '%"dataset":"pack"%'))
  for (const { at, state } of await reading((db) => entriesWhere({ db, tables }, where, 20))) {
    const { dataset, complete, exportId, parameters, sha256, head } = state.after as MadeExport
    if (dataset === packDataset && complete) return { exportId, at, parameters, sha256, head }
  }
  return null
}
