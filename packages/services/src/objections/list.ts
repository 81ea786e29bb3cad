import type { Register } from '@ropewalk/db/records.ts'
import type { Objection } from '@ropewalk/domain/changes/objection.ts'
import { can } from '@ropewalk/domain/permissions.ts'
import { recordId } from '@ropewalk/domain/schema.ts'
import { asc, count, eq } from 'drizzle-orm'
import * as z from 'zod'
import { openable, sealingKey } from '../people/sealed-secret.ts'
import { reading, type Work } from '../verb.ts'
import { type Kept, toldObjection } from './stored.ts'

/**
 * The objections to one change, oldest first; where to answer only for whoever decides. `unreachable`: an address was
 * kept and cannot be opened any more.
 */
export const listObjections = reading(
  { permission: 'register:read' },
  z.strictObject({ change: recordId }),
  async (work, { change }) => {
    const { objections } = work.tables
    const rows = await work.db
      .select()
      .from(objections)
      .where(eq(objections.changeId, change))
      .orderBy(asc(objections.receivedAt), asc(objections.id))
    return rows.map((row) => ({ ...toldObjection(row), ...reachOf(work, row) }))
  },
)

function reachOf({ actor, secret }: Work, { id, address: kept }: Kept) {
  if (kept === null || secret === undefined) return { address: '', unreachable: false }
  const address = openable(sealingKey(secret, 'mail'), kept, id)
  const shown = can(actor, 'objection:decide') ? address : undefined
  return { address: shown ?? '', unreachable: address === undefined }
}

/** Every objection, in the order of their numbers. */
export async function objectionsIn({ db, tables: { objections } }: Register): Promise<Objection[]> {
  const { receivedAt, id } = objections
  const rows = await db.select().from(objections).orderBy(asc(receivedAt), asc(id))
  return rows.map(toldObjection)
}

/** How many objections there are to each change. */
export async function objectionCounts({
  db,
  tables: { objections },
}: Pick<Register, 'db' | 'tables'>): Promise<Map<string, number>> {
  const rows = await db
    .select({ change: objections.changeId, n: count() })
    .from(objections)
    .groupBy(objections.changeId)
  return new Map(rows.map(({ change, n }) => [change, n]))
}
