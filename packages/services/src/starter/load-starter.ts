import { insertRecord, nounTable, type Register } from '@ropewalk/db/records.ts'
import { indexForSearch } from '@ropewalk/db/search.ts'
import { defaultRules } from '@ropewalk/domain/approvals/approval-settings.ts'
import type { NounKey } from '@ropewalk/domain/field.ts'
import { nounKeys, nouns, numberOf } from '@ropewalk/domain/nouns.ts'
import { productActor } from '@ropewalk/domain/permissions.ts'
import type { Published } from '@ropewalk/domain/published.ts'
import { shippedReference } from '@ropewalk/domain/reference/shipped.ts'
import type { Adequacy, Membership } from '@ropewalk/domain/reference-data.ts'
import { settingKey, settingRow } from '../approvals/settings.ts'
import { clockOf } from '../clock.ts'
import { hasNumbered, raiseCounter } from '../counters.ts'
import { writeHistory } from '../history.ts'
import { storeSnapshot } from '../records/publishing.ts'
import { referenceKey } from '../reference.ts'
import { searchText } from '../searching.ts'
import { snapshotKey } from '../snapshots.ts'
import type { Work } from '../verb.ts'
import { type Starter, starterRecords } from './starter-records.ts'

export type StarterKind = 'x2o' | 'empty'

const by = { actor: productActor(), door: 'start' } as const

/**
 * Fills an empty register within the caller's transaction: `x2o` with X2O's records, first snapshots and the
 * reference data, `empty` with the reference data only. False, and nothing written, when it is not empty.
 */
export async function loadStarter(
  register: Register & { now: string },
  kind: StarterKind,
): Promise<boolean> {
  if (!(await isEmptyRegister(register))) return false
  const at = new Date(register.now)
  const work = async (): Promise<Work> => ({
    ...register,
    ...by,
    ...(await clockOf(register, at)),
    session: undefined,
    log: register,
  })
  await insertReference(await work())
  if (kind === 'empty') return true
  const { records, published } = starterRecords(await clockOf(register, at))
  await insertRecords(await work(), records)
  await insertTitles(await work())
  // Asked again: from here on the day is that of the organisation's time zone.
  await publishAll(await work(), published)
  return true
}

/** Neither a record nor a number ever given to one, nor reference data; people may be there already. */
export async function isEmptyRegister({ db, tables }: Register): Promise<boolean> {
  if (await hasNumbered({ db, tables })) return false
  const held = [tables.referenceData, ...nounKeys.map((noun) => nounTable(tables, noun))]
  for (const table of held) if ((await db.$count(table)) > 0) return false
  return true
}

async function insertReference(work: Work) {
  const row = (kind: 'eea' | 'adequacy', entry: Membership | Adequacy) => ({
    id: `${kind}:${entry.country}:${entry.from}`,
    version: 1,
    kind,
    ...entry,
  })
  const rows = [
    ...shippedReference.eea.map((entry) => row('eea', entry)),
    ...shippedReference.adequacy.map((entry) => row('adequacy', entry)),
  ]
  const kept = await work.db.insert(work.tables.referenceData).values(rows).returning()
  const told = kept.map((after) => ({ of: referenceKey(after.id), before: null, after }))
  await writeHistory(work, 'reference.load', told)
}

async function insertRecords(work: Work, records: Starter['records']) {
  const highest = new Map<NounKey, number>()
  for (const { noun, record } of records) {
    await insertRecord(work, noun, record)
    await indexForSearch(work.db, noun, record.id, searchText(noun, record))
    highest.set(noun, Math.max(numberOf(record.id), highest.get(noun) ?? 0))
  }
  const told = records.map(({ record }) => ({ of: record.id, before: null, after: record }))
  await writeHistory(work, 'starter.load', told)
  for (const [noun, number] of highest) await raiseCounter(work, nouns[noun].prefix, number + 1)
}

/** Who signed X2O's policy, in its own words (line 148): offered, required by nothing, held by nobody yet. */
async function insertTitles(work: Work) {
  const titles = ['Global DPO', 'EMEA regional representative', 'President'].map((title) => ({
    id: title.toLowerCase().replaceAll(' ', '-'),
    title,
    holders: [],
  }))
  const after = settingRow({ ...defaultRules, titles }, 1)
  await work.db.insert(work.tables.settings).values(after)
  await writeHistory(work, 'starter.load', [{ of: settingKey(after.id), before: null, after }])
}

async function publishAll(work: Work, published: readonly Published[]) {
  for (const facts of published) {
    const after = await storeSnapshot(work, { facts, listed: true })
    const of = facts.subProcessorId
    const change = { of, record: snapshotKey(of), version: 1, before: null, after }
    await writeHistory(work, 'sub-processors.publish', [change])
  }
}
