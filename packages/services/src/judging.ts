import { loadRecords, nounTable, type Register } from '@ropewalk/db/records.ts'
import type { NounKey } from '@ropewalk/domain/field.ts'
import type { Finding } from '@ropewalk/domain/finding.ts'
import { findingsOf } from '@ropewalk/domain/findings/findings.ts'
import { nounKeys, type RecordOfNoun } from '@ropewalk/domain/nouns.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { and, eq, inArray, isNull, ne, notInArray, or } from 'drizzle-orm'
import { clockOf } from './clock.ts'
import { lastSequence } from './history.ts'
import { linksOf } from './links.ts'
import { lookIn } from './look.ts'
import type { Context, Work } from './verb.ts'

/** A finding with the acceptance that stands on it. */
export type Judged = Finding & {
  accepted: { id: string; by: string; at: string; reason: string; until: string | null } | null
}

const judgedAt = new WeakMap<Context['database'], { sequence: number; day: string }>()

/** Judges what has changed since it was last judged, so that lists may read findings from their table. */
export async function judge(context: Pick<Context, 'database' | 'now'>): Promise<void> {
  const { database } = context
  const state = await database.reading(async (db) => {
    const register = { db, tables: database.tables, engine: database.engine }
    const { today } = await clockOf(register, context.now())
    return { sequence: await lastSequence(register), day: today }
  })
  const known = judgedAt.get(database)
  if (known?.sequence === state.sequence && known.day === state.day) return
  await database.writing(async (db) => {
    const register = { db, tables: database.tables, engine: database.engine }
    await db.delete(database.tables.judgements).where(ne(database.tables.judgements.day, state.day))
    for (const noun of nounKeys) await judgeNoun(register, noun, state.day)
  })
  judgedAt.set(database, state)
}

/** The findings of one record as last judged. */
export async function judgedOf({ db, tables }: Register, id: string): Promise<Judged[]> {
  const [row] = await db.select().from(tables.judgements).where(eq(tables.judgements.recordId, id))
  return (row?.findings ?? []) as Judged[]
}

async function judgeNoun(register: Register, noun: NounKey, today: string) {
  const { db, tables } = register
  const table = nounTable(tables, noun)
  const { judgements } = tables
  const unjudged = await db
    .select({ id: table.id })
    .from(table)
    .where(
      and(
        isNull(table.archivedAt),
        notInArray(table.id, db.select({ id: judgements.recordId }).from(judgements)),
      ),
    )
    .orderBy(table.number)
  for (let start = 0; start < unjudged.length; start += 500)
    await judgeBatch(register, noun, {
      ids: unjudged.slice(start, start + 500).map((row) => row.id),
      today,
    })
}

async function judgeBatch(
  register: Register,
  noun: NounKey,
  { ids, today }: { ids: string[]; today: string },
) {
  const uses = noun === 'dataCategory' || noun === 'dataSubject'
  const look = await lookIn(register, { today, uses, linkedTo: noun === 'subProcessor' ? ids : [] })
  const records = await loadRecords(register, noun, { ids })
  const accepted = await acceptancesOf(register, ids)
  const rows = records.map((record) => {
    const standing = (accepted.get(record.id) ?? []).filter(
      (each) =>
        each.recordVersion === record.version && (each.until === null || each.until >= today),
    )
    const findings = findingsOf(noun, record as RecordOfNoun<NounKey>, look).map(
      (finding): Judged => {
        const match = standing.find(
          (each) =>
            each.rule === finding.rule &&
            each.field === finding.field &&
            each.row === (finding.row ?? ''),
        )
        const { id, acceptedByName: by, acceptedAt: at, reason, until } = match ?? nobody
        return { ...finding, accepted: match ? { id, by, at, reason, until } : null }
      },
    )
    const open = (severity: Finding['severity']) =>
      findings.filter((finding) => finding.severity === severity && !finding.accepted).length
    return {
      recordId: record.id,
      day: today,
      gaps: open('gap'),
      conflicts: open('conflict'),
      advice: open('advice'),
      findings,
    }
  })
  if (rows.length > 0) await register.db.insert(register.tables.judgements).values(rows)
}

const nobody = { id: '', acceptedByName: '', acceptedAt: '', reason: '', until: null }

async function acceptancesOf({ db, tables }: Register, ids: string[]) {
  const rows = await db
    .select()
    .from(tables.acceptances)
    .where(inArray(tables.acceptances.recordId, ids))
  return Map.groupBy(rows, (row) => row.recordId)
}

/** Forgets the judgements that a change may have altered: of the record, and of those that look at it. */
export async function forgetJudgements(
  work: Work,
  noun: NounKey,
  states: readonly (AnyRecord | null)[],
): Promise<void> {
  const { db, tables } = work
  const { judgements } = tables
  if (noun === 'organisation') {
    await db.delete(judgements)
    return
  }
  const ids = states.flatMap((state) => (state ? [state.id, ...linked(noun, state)] : []))
  const condition = inArray(judgements.recordId, [...new Set(ids)])
  const lookers = lookersAt(work, noun, ids[0] ?? '')
  await db.delete(judgements).where(lookers ? or(condition, lookers) : condition)
}

/** An activity's suppliers, categories and subjects are judged by who links to them. */
const linked = (noun: NounKey, state: AnyRecord) =>
  noun === 'activity'
    ? linksOf(noun, state)
        .filter(({ to }) => to === 'subProcessor' || to === 'dataCategory' || to === 'dataSubject')
        .map(({ id }) => id)
    : []

function lookersAt({ db, tables }: Work, noun: NounKey, id: string) {
  const { judgements, nouns } = tables
  const { activity } = tables.rows
  const among = (
    list: typeof activity.recipients | typeof activity.data,
    column: typeof activity.recipients.party,
  ) =>
    inArray(judgements.recordId, db.select({ id: list.recordId }).from(list).where(eq(column, id)))
  const suppliers = inArray(
    judgements.recordId,
    db.select({ id: nouns.subProcessor.id }).from(nouns.subProcessor),
  )
  if (noun === 'subProcessor')
    return among(activity.subProcessors as never, activity.subProcessors.subProcessor as never)
  if (noun === 'dataCategory')
    return or(among(activity.data, activity.data.dataCategory as never), suppliers)
  if (noun === 'dataSubject' || noun === 'product') return suppliers
  if (noun === 'party')
    return or(
      among(activity.recipients, activity.recipients.party),
      among(activity.controllersServed as never, activity.controllersServed.party as never),
      among(activity.jointControllers as never, activity.jointControllers.party as never),
    )
  return undefined
}
