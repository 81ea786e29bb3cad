import { setImmediate } from 'node:timers/promises'
import { loadRecords, nounTable, type Register } from '@ropewalk/db/records.ts'
import { isAmong } from '@ropewalk/db/whole-rows.ts'
import type { NounKey } from '@ropewalk/domain/field.ts'
import type { Finding } from '@ropewalk/domain/finding.ts'
import { findingsOf } from '@ropewalk/domain/findings/findings.ts'
import { nounKeys, type RecordOfNoun } from '@ropewalk/domain/nouns.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { ownRowsOf } from '@ropewalk/domain/rows-of.ts'
import { eq, inArray, ne, or, sql } from 'drizzle-orm'
import { clockOf } from './clock.ts'
import { lastSequence } from './history.ts'
import { isJudgedAt, type JudgedAt, judgedAt, setJudgedAt } from './kept.ts'
import { linksOf } from './links.ts'
import { lookIn } from './look.ts'
import type { Context, Work } from './verb.ts'

/** A finding with the acceptance that stands on it. */
export type Judged = Finding & {
  /** The version of the record that it was found in. */
  version: number
  accepted: { id: string; by: string; at: string; reason: string; until: string | null } | null
}

const underway = new WeakMap<Context['database'], Promise<void>>()

/**
 * Judges what has changed since it was last judged, so that lists may read findings from their table. Some records at
 * a time: others are answered meanwhile. `among`: only these records.
 */
export function judge(
  context: Pick<Context, 'database' | 'now'>,
  among?: readonly string[],
): Promise<void> {
  const { database } = context
  const before = underway.get(database) ?? Promise.resolve()
  const done = before.then(() => judgeNow(context, among)).catch(whereReadingGoesOn)
  underway.set(
    database,
    done.catch(() => undefined),
  )
  return done
}

/** On a full disk what was judged before is read; the rest is judged once there is room. */
function whereReadingGoesOn(error: unknown): void {
  if (!(error instanceof Refusal && error.code === 'NO_ROOM')) throw error
}

type Moment = {
  state: JudgedAt
  batches: Batch[]
  outdated: boolean
  memory: Register['db']['memory']
}

async function judgeNow(
  { database, now }: Pick<Context, 'database' | 'now'>,
  among?: readonly string[],
): Promise<void> {
  const { tables, engine, reading } = database
  for (let overtaken = 0; ; ) {
    const { state, batches, outdated, memory } = await reading(async (db): Promise<Moment> => {
      const register = { db, tables, engine }
      const { today } = await clockOf(register, now())
      const state = { sequence: await lastSequence(register), day: today }
      const { memory } = db
      if (isJudgedAt(memory, state)) return { state, batches: [], outdated: false, memory }
      const outdated = judgedAt(memory)?.day !== today && (await hasOutdated(register, today))
      return { state, batches: outdated ? [] : await unjudged(register, among), outdated, memory }
    })
    if (outdated) {
      await forgetOutdated(database, state.day)
      continue
    }
    // Where others write without a pause, some of what they changed is judged with them waiting.
    const isPressed = overtaken > 2
    let isDone = true
    for (const batch of batches) {
      isDone = await judgeBatch(database, batch, { ...state, isPressed })
      if (!isDone) break
      await setImmediate()
    }
    if (isDone && !isPressed && !among) setJudgedAt(memory, state)
    if (isDone) return
    overtaken += 1
  }
}

/** False, and nothing stored, when another write came between: what was to be judged may have changed. */
async function judgeBatch(
  { tables, engine, reading, writing }: Context['database'],
  batch: Batch,
  { sequence, day, isPressed }: JudgedAt & { isPressed: boolean },
): Promise<boolean> {
  const unchanged = async (db: Register['db']) => (await lastSequence({ db, tables })) === sequence
  const judgedIn = (db: Register['db']) => judgements({ db, tables, engine }, batch, day)
  const rows = isPressed
    ? []
    : await reading(async (db) => ((await unchanged(db)) ? judgedIn(db) : undefined))
  if (!rows) return false
  return writing(async (db) => {
    if (!isPressed && !(await unchanged(db))) return false
    await store({ db, tables, engine }, isPressed ? await judgedIn(db) : rows)
    return true
  })
}

type Judgement = Work['tables']['judgements']['$inferInsert']

async function store({ db, tables }: Register, rows: Judgement[]) {
  const ids = rows.map((row) => row.recordId)
  await db.delete(tables.judgements).where(inArray(tables.judgements.recordId, ids))
  if (rows.length > 0) await db.insert(tables.judgements).values(rows)
}

/** The findings of one record as last judged. */
export async function judgedOf({ db, tables }: Register, id: string): Promise<Judged[]> {
  const [row] = await db.select().from(tables.judgements).where(eq(tables.judgements.recordId, id))
  return (row?.findings ?? []) as Judged[]
}

type Batch = { noun: NounKey; ids: string[] }

const hasOutdated = async ({ db, tables }: Register, day: string) =>
  (await db.$count(tables.judgements, ne(tables.judgements.day, day))) > 0

/** Forgets the judgements of other days, some at a time. */
async function forgetOutdated(
  { reading, writing, tables, engine }: Context['database'],
  day: string,
) {
  const { judgements } = tables
  const some = sql`(select record_id from ${judgements} where day <> ${day} limit 500)`
  do {
    await writing((db) => db.delete(judgements).where(sql`${judgements.recordId} in ${some}`))
    await setImmediate()
  } while (await reading((db) => hasOutdated({ db, tables, engine }, day)))
}

/** The live records without a judgement. A supplier is judged by all the activities that link to it. */
export async function unjudged(
  { db, tables, engine }: Register,
  among?: readonly string[],
): Promise<Batch[]> {
  const batches: Batch[] = []
  const chosen = among ? sql`id ${isAmong(engine, among)} and` : sql``
  for (const noun of nounKeys) {
    const found = await db.rows<{ id: string }>(
      sql`select id from ${nounTable(tables, noun)} where ${chosen} archived_at is null and id not in (select record_id from ${tables.judgements}) order by number`,
    )
    const size = noun === 'subProcessor' ? 10 : 100
    for (let start = 0; start < found.length; start += size)
      batches.push({ noun, ids: found.slice(start, start + size).map((row) => row.id) })
  }
  return batches
}

async function judgements(
  register: Register,
  { noun, ids }: Batch,
  day: string,
): Promise<Judgement[]> {
  const look = await lookIn(register, {
    today: day,
    uses: noun === 'dataCategory' || noun === 'dataSubject' ? ids : [],
    linkedTo: noun === 'subProcessor' ? ids : [],
  })
  const records = await loadRecords(register, noun, { ids })
  const accepted = await acceptancesOf(register, ids)
  const live = records.filter((record) => record.archivedAt === null)
  return live.map((record) => {
    const standing = (accepted.get(record.id) ?? []).filter(
      (each) => each.recordVersion === record.version && (each.until === null || each.until >= day),
    )
    const findings = findingsOf(noun, record as RecordOfNoun<NounKey>, look).map((finding) =>
      withAcceptance(finding, record.version, standing),
    )
    const open = (severity: Finding['severity']) =>
      findings.filter((finding) => finding.severity === severity && !finding.accepted).length
    return {
      recordId: record.id,
      day,
      gaps: open('gap'),
      conflicts: open('conflict'),
      advice: open('advice'),
      findings,
    }
  })
}

function withAcceptance(
  finding: Finding,
  version: number,
  standing: readonly Work['tables']['acceptances']['$inferSelect'][],
): Judged {
  const match = standing.find(
    (each) =>
      each.rule === finding.rule &&
      each.field === finding.field &&
      each.row === (finding.row ?? ''),
  )
  const { id, acceptedByName: by, acceptedAt: at, reason, until } = match ?? nobody
  return { ...finding, version, accepted: match ? { id, by, at, reason, until } : null }
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

/** Those that name the record in a row, and the suppliers whose public facts follow from it. */
function lookersAt({ db, tables }: Work, noun: NounKey, id: string) {
  const { judgements, nouns } = tables
  const rows = nounKeys.flatMap((of) =>
    linkingRows(of, noun).map(({ key, cell }) => {
      const list = (tables.rows[of] as unknown as Record<string, typeof tables.sources>)[
        key
      ] as typeof tables.sources
      const linking = db
        .select({ id: list.recordId })
        .from(list)
        .where(eq(list[cell as 'document'], id))
      return inArray(judgements.recordId, linking)
    }),
  )
  if (!['dataCategory', 'dataSubject', 'product'].includes(noun)) return or(...rows)
  const suppliers = db.select({ id: nouns.subProcessor.id }).from(nouns.subProcessor)
  return or(...rows, inArray(judgements.recordId, suppliers))
}

/** The cells in rows of one noun that link to another. */
const linkingRows = (of: NounKey, to: NounKey) =>
  Object.entries(ownRowsOf(of)).flatMap(([key, cells]) =>
    Object.entries(cells).flatMap(([cell, field]) =>
      field.kind === 'link' && field.to === to ? [{ key, cell }] : [],
    ),
  )
