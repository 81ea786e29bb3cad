import { setImmediate } from 'node:timers/promises'
import { loadRecords, nounTable, type Register } from '@ropewalk/db/records.ts'
import { isAmong } from '@ropewalk/db/whole-rows.ts'
import type { NounKey } from '@ropewalk/domain/field.ts'
import type { LinkedActivity, Look } from '@ropewalk/domain/look.ts'
import type { RecordOfNoun } from '@ropewalk/domain/nouns.ts'
import type { Published } from '@ropewalk/domain/published.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import type { ReferenceData } from '@ropewalk/domain/reference-data.ts'
import { and, asc, eq, inArray, isNull, max, sql } from 'drizzle-orm'
import { approvedActivities } from './approvals/approved-activities.ts'
import { kept } from './kept.ts'
import { newestSnapshots } from './snapshots.ts'

const around = [
  'organisation',
  'subProcessor',
  'dataCategory',
  'dataSubject',
  'party',
  'measure',
  'product',
  'document',
] as const satisfies NounKey[]
type Around = (typeof around)[number]
type Kept = { [N in Around]: Map<string, RecordOfNoun<N>> } & {
  reference: ReferenceData
  published: Map<string, Published>
}

/** Which suppliers' activities, and which categories' and subjects' use, a look must be able to answer for. */
export type Wanted = {
  today: string
  linkedTo?: readonly string[]
  uses?: readonly string[] | false
}

/** Everything that rules, derived facts and exports may look at, as of this transaction. */
export async function lookIn(register: Register, wanted: Wanted): Promise<Look> {
  const all = await recordsAround(register)
  const linked = await activitiesLinking(register, wanted.linkedTo ?? [])
  const used = await usedAmong(register, wanted.uses || [])
  const announced = await announcedFacts(register)
  const find =
    <N extends Around>(noun: N) =>
    (id: string | null): RecordOfNoun<N> | undefined =>
      id === null ? undefined : (all[noun] as Map<string, RecordOfNoun<N>>).get(id)
  return {
    today: wanted.today,
    reference: all.reference,
    organisation: find('organisation'),
    subProcessor: find('subProcessor'),
    dataCategory: find('dataCategory'),
    dataSubject: find('dataSubject'),
    party: find('party'),
    measure: find('measure'),
    product: find('product'),
    document: find('document'),
    linkedTo: (id) => linked.get(id) ?? [],
    approved: await approvedActivities(register),
    isUsed: (id) => used.has(id),
    published: (id) => all.published.get(id),
    announced: (id) => announced.get(id),
  }
}

/**
 * The suppliers, categories, parties and so on: hundreds, where activities are thousands. While none of them changes,
 * the same object.
 */
export const recordsAround = (register: Register): Promise<Kept> =>
  kept(register, 'around', async () => {
    const now = await everythingAround(register)
    const { memory } = register.db
    const before = memory?.get('around') as Kept | undefined
    const isSame =
      before &&
      around.every((noun) => before[noun] === now[noun]) &&
      before.published === now.published &&
      JSON.stringify(before.reference) === JSON.stringify(now.reference)
    if (isSame) return before
    memory?.set('around', now)
    return now
  })

async function everythingAround(register: Register): Promise<Kept> {
  const records = {} as Record<Around, Map<string, unknown>>
  for (const noun of around) records[noun] = await allOf(register, noun)
  const published = await publishedFacts(register)
  return { ...records, reference: await referenceIn(register), published } as unknown as Kept
}

async function announcedFacts({ db, tables }: Register): Promise<Map<string, Published>> {
  const { supplierChanges } = tables
  const rows = await db
    .select({ facts: supplierChanges.facts })
    .from(supplierChanges)
    .where(eq(supplierChanges.state, 'announced'))
  return new Map(
    rows.flatMap(({ facts }) => facts.map((each) => [each.subProcessorId, each.after])),
  )
}

async function publishedFacts(register: Register): Promise<Map<string, Published>> {
  const { snapshots } = register.tables
  const [newest] = await register.db.select({ seq: max(snapshots.seq) }).from(snapshots)
  const seq = newest?.seq ?? 0
  const before = register.db.memory?.get('published') as PublishedAt | undefined
  if (before?.seq === seq) return before.facts
  const rows = await newestSnapshots(register)
  const facts = new Map(rows.map((row) => [row.facts.subProcessorId, row.facts]))
  register.db.memory?.set('published', { seq, facts })
  return facts
}
type PublishedAt = { seq: number; facts: Map<string, Published> }

/** All records of a noun; of those kept from an earlier reading only the changed ones are read again. */
async function allOf(register: Register, noun: Around): Promise<Map<string, AnyRecord>> {
  const { db, tables } = register
  const versions = await db.rows<{ id: string; version: number; updatedAt: string }>(
    sql`select id, version, updated_at as "updatedAt" from ${nounTable(tables, noun)} order by number`,
  )
  const key = `all ${noun}`
  const before = db.memory?.get(key) as Map<string, AnyRecord> | undefined
  const isKept = ({ id, version, updatedAt }: (typeof versions)[number]) => {
    const known = before?.get(id)
    return known?.version === version && known.updatedAt === updatedAt
  }
  const wanted = versions.filter((row) => !isKept(row)).map((row) => row.id)
  if (before && wanted.length === 0 && before.size === versions.length) return before
  const loaded = await inBatches(wanted, (batch) => loadRecords(register, noun, { ids: batch }))
  const fresh = new Map(loaded.map((record) => [record.id, record]))
  const records = new Map<string, AnyRecord>()
  for (const { id } of versions) {
    const record = fresh.get(id) ?? before?.get(id)
    if (record) records.set(id, record)
  }
  db.memory?.set(key, records)
  return records
}

/** Several hundred at a time: engines bound the parameters of a statement, and others are answered in between. */
export async function inBatches<T, R>(
  all: readonly T[],
  run: (batch: T[]) => Promise<R[]>,
): Promise<R[]> {
  const results: R[] = []
  for (let start = 0; start < all.length; start += 500) {
    if (start > 0) await setImmediate()
    results.push(...(await run(all.slice(start, start + 500))))
  }
  return results
}

export async function referenceIn({ db, tables }: Register): Promise<ReferenceData> {
  const rows = await db.select().from(tables.referenceData).orderBy(asc(tables.referenceData.id))
  const eea = rows.filter((row) => row.kind === 'eea')
  return { eea, adequacy: rows.filter((row) => row.kind === 'adequacy') }
}

export async function activitiesLinking(
  register: Register,
  suppliers: readonly string[],
): Promise<Map<string, LinkedActivity[]>> {
  const { db, tables } = register
  const links = tables.rows.activity.subProcessors
  const { activity } = tables.nouns
  const pairs = await inBatches(suppliers, (batch) =>
    db
      .select({ activity: links.recordId, supplier: links.subProcessor })
      .from(links)
      .where(inArray(links.subProcessor, batch)),
  )
  const wanted = [...new Set(pairs.map((pair) => pair.activity))]
  const alive = await inBatches(wanted, (batch) =>
    db
      .select({ id: activity.id })
      .from(activity)
      .where(and(inArray(activity.id, batch), isNull(activity.archivedAt)))
      .orderBy(asc(activity.number)),
  )
  const only = ['subProcessors', 'data', 'dataSubjects', 'products', 'sources']
  const loaded = await inBatches(
    alive.map((row) => row.id),
    (batch) => loadRecords(register, 'activity', { ids: batch, only }),
  )
  const linked = new Map<string, LinkedActivity[]>(suppliers.map((id) => [id, []]))
  for (const record of loaded as unknown as LinkedActivity[])
    for (const id of new Set(record.subProcessors.map((row) => row.subProcessor)))
      if (id !== null) linked.get(id)?.push(record)
  return linked
}

/** Which of these data categories and data subjects a live activity uses. */
async function usedAmong(
  { db, tables, engine }: Register,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { activity, dataCategory, dataSubject } = tables.nouns
  const { data, dataSubjects } = tables.rows.activity
  const used = sql`exists (select 1 from ${activity} where ${activity.archivedAt} is null and ${activity.id} =`
  const categories = await db.rows<{ id: string }>(
    sql`select id from ${dataCategory} where id ${isAmong(engine, ids)} and exists (select 1 from ${data} where ${data.dataCategory} = ${dataCategory.id} and ${used} ${data.recordId}))`,
  )
  const subjects = await db.rows<{ id: string }>(
    sql`select id from ${dataSubject} where id ${isAmong(engine, ids)} and exists (select 1 from ${dataSubjects} where ${dataSubjects.dataSubject} = ${dataSubject.id} and ${used} ${dataSubjects.recordId}))`,
  )
  return new Set([...categories, ...subjects].map((row) => row.id))
}
