import type { Database } from '@ropewalk/db/database.ts'
import { factsInEffect, partOf, statusInEffect } from '@ropewalk/domain/changes/after.ts'
import { isHeld } from '@ropewalk/domain/changes/held.ts'
import type { SupplierChange } from '@ropewalk/domain/changes/supplier-change.ts'
import { productActor } from '@ropewalk/domain/permissions.ts'
import { recordId } from '@ropewalk/domain/schema.ts'
import { and, asc, eq, lte } from 'drizzle-orm'
import * as z from 'zod'
import { clockOf } from '../clock.ts'
import type { Change } from '../history.ts'
import { forgetJudgements } from '../judging.ts'
import { storeSnapshot } from '../records/publishing.ts'
import { snapshotKey, snapshotOf } from '../snapshots.ts'
import { type Context, type Work, writing } from '../verb.ts'
import { suppliersIn } from './prepared.ts'
import { statusWritten } from './status-written.ts'
import { foundChange, keptChange } from './stored.ts'
import { tellPrograms } from './tell-programs.ts'

/**
 * Brings every announced change into effect whose day has come where the organisation is, in the order of their days;
 * a specific authorisation that is open or refused holds it. The ids of those that took effect. Called at
 * start and every few seconds: a change whose day passed while nothing ran takes effect as of that day.
 */
export async function takeDueEffects({
  database,
  now,
  ...sending
}: Pick<Context, 'database' | 'now' | 'secret' | 'mailing'>): Promise<string[]> {
  const context: Context = { ...sending, database, now, actor: productActor(), door: 'job' }
  const done: string[] = []
  const failures: unknown[] = []
  for (const id of await dueChanges(database, now()))
    await takeEffect.run(context, { id }).then(
      (result) => (result.done ? done.push(id) : 0),
      (error: unknown) => failures.push(error),
    )
  if (failures.length > 0) throw new AggregateError(failures, 'some changes that are due failed')
  return done
}

const dueChanges = ({ reading, tables, engine }: Database, at: Date): Promise<string[]> =>
  reading(async (db) => {
    const { today } = await clockOf({ db, tables, engine }, at)
    const { supplierChanges } = tables
    const rows = await db
      .select()
      .from(supplierChanges)
      .where(and(eq(supplierChanges.state, 'announced'), lte(supplierChanges.effectiveOn, today)))
      .orderBy(
        asc(supplierChanges.effectiveOn),
        asc(supplierChanges.announcedOn),
        asc(supplierChanges.id),
      )
    return rows.filter((row) => !isHeld(row)).map(({ id }) => id)
  })

const takeEffect = writing(
  { verb: 'changes.takeEffect', permission: 'register:publish' },
  z.strictObject({ id: recordId }),
  async (work, { id }) => {
    const change = await foundChange(work, id)
    // Another instance was first, or someone withdrew it meanwhile.
    const isDue = change.state === 'announced' && (change.effectiveOn ?? '9') <= work.today
    if (!isDue || isHeld(change)) return { change: [], result: { done: false } }
    const { effects, afterwards } = await effectIn(work, change)
    return { change: effects, result: { done: true }, afterwards }
  },
)

/**
 * Switches what the public sees and what the register says, as of the day of the change. `behind` is how many entries
 * the same transaction tells before these.
 */
export async function effectIn(
  work: Work,
  change: SupplierChange,
  behind = 0,
): Promise<{ effects: Change[]; after: SupplierChange; afterwards: () => Promise<void> }> {
  const on = change.effectiveOn ?? work.today
  const suppliers = await suppliersIn(work, change)
  const snapshots: Change[] = []
  for (const [nth, facts] of change.facts.entries()) {
    const of = facts.subProcessorId
    const before = (await snapshotOf(work, of)) ?? null
    const inEffect = factsInEffect(change, facts, on)
    const after = await storeSnapshot(work, {
      facts: inEffect,
      listed: true,
      on,
      ahead: behind + nth,
    })
    const version = suppliers.find(({ id }) => id === of)?.version ?? null
    snapshots.push({ of, record: snapshotKey(of), version, before, after, reason: change.id })
  }
  await forgetJudgements(work, 'subProcessor', suppliers)
  const records = await statusWritten(work, suppliers, change.id, ({ id }) =>
    statusInEffect(partOf(change, id), on),
  )
  const kept = await keptChange(work, change, { state: 'effective', tookEffectAt: work.now })
  const afterwards = () => tellPrograms(work, kept.after, 'change.effective')
  return { effects: [...snapshots, ...records, kept], after: kept.after, afterwards }
}
