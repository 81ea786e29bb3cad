import type { Register } from '@ropewalk/db/records.ts'
import { type SupplierChange, suppliersOf } from '@ropewalk/domain/changes/supplier-change.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Change } from '../history.ts'
import type { Work } from '../verb.ts'

const refusals = {
  unknown: both('There is no change {id}.', 'Il n’y a pas de changement {id}.'),
  stale: both(
    'Someone changed {id} meanwhile: look again, then decide.',
    'Quelqu’un a modifié {id} entre-temps : revoyez-le, puis décidez.',
  ),
  used: both(
    '{id} stands in {change}: it cannot be archived or deleted while that is open.',
    '{id} figure dans {change} : impossible de l’archiver ou de le supprimer tant que celui-ci est ouvert.',
  ),
}
type Reach = Pick<Register, 'db' | 'tables'>

/** What the log calls the delivery of a notice. */
export const deliveryKey = (id: string): string => `delivery ${id}`

export async function foundChange({ db, tables }: Reach, id: string): Promise<SupplierChange> {
  const { supplierChanges } = tables
  const [change] = await db.select().from(supplierChanges).where(eq(supplierChanges.id, id))
  if (!change) throw noSuchChange(id)
  return change
}

export const noSuchChange = (id: string): Refusal =>
  new Refusal('NOT_FOUND', refusals.unknown, { values: { id }, field: 'id' })

/** The change at the version that was read. */
export async function changeAt(
  reach: Reach,
  { id, version }: { id: string; version: number },
): Promise<SupplierChange> {
  const change = await foundChange(reach, id)
  if (change.version !== version)
    throw new Refusal('CONFLICT', refusals.stale, {
      values: { id },
      details: { yours: version, theirs: change },
    })
  return change
}

/** Every change in the order of its number. */
export const everyChange = ({ db, tables }: Reach): Promise<SupplierChange[]> =>
  db
    .select()
    .from(tables.supplierChanges)
    .orderBy(asc(tables.supplierChanges.createdAt), asc(tables.supplierChanges.id))

/** The changes in one of these states that are about one of these suppliers. */
export async function changesAbout(
  { db, tables }: Reach,
  suppliers: readonly string[],
  states: readonly SupplierChange['state'][],
): Promise<SupplierChange[]> {
  const { supplierChanges } = tables
  const among = await db
    .select()
    .from(supplierChanges)
    .where(inArray(supplierChanges.state, [...states]))
  return among.filter((change) => suppliersOf(change).some((id) => suppliers.includes(id)))
}

export async function insertChange(work: Work, change: SupplierChange): Promise<Change> {
  await work.db.insert(work.tables.supplierChanges).values(mutable(change))
  return { of: change.id, before: null, after: change }
}

/** Stores what became of a change, as its next version, and how that is told. */
export async function keptChange(
  work: Work,
  before: SupplierChange,
  { reason, ...parts }: Partial<SupplierChange> & { reason?: string | undefined },
): Promise<Change & { after: SupplierChange }> {
  const { db, tables, now } = work
  const { supplierChanges } = tables
  const after = { ...before, ...parts, version: before.version + 1, updatedAt: now }
  await db
    .update(supplierChanges)
    .set(mutable(after))
    .where(and(eq(supplierChanges.id, before.id), eq(supplierChanges.version, before.version)))
  return { of: before.id, before, after, reason }
}

/** Refuses to put a supplier away that an open change is about. */
export async function refuseWhileChanging(
  work: Work,
  id: string,
  states: readonly SupplierChange['state'][],
): Promise<void> {
  const [open] = await changesAbout(work, [id], states)
  if (open) throw new Refusal('INVALID', refusals.used, { values: { id, change: open.id } })
}

const mutable = (change: SupplierChange) => ({
  ...change,
  subProcessors: [...change.subProcessors],
  replaced: [...change.replaced],
  alterations: [...change.alterations],
  facts: [...change.facts],
  former: [...change.former],
  told: [...change.told],
})
