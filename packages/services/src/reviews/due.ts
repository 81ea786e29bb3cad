import { dayAfter } from '@ropewalk/domain/day-after.ts'
import type { Person } from '@ropewalk/domain/field.ts'
import { and, asc, eq, gte, isNotNull, isNull, lte, ne, or } from 'drizzle-orm'
import type { Work } from '../verb.ts'
import { recordsAt } from './standing.ts'

/** What falls due: a review of a record, or the end of a contract, an assurance or an acceptance. */
export type DueKind = 'review' | 'contract' | 'assurance' | 'acceptance'
export type Due = {
  kind: DueKind
  recordId: string
  name: string
  version: number
  /** `YYYY-MM-DD`; before today it is overdue. */
  on: string
  owner: Person | null
  /** How often the record says that it is reviewed. */
  everyMonths: number | null
  /** The kind of assurance or the rule of the finding; empty otherwise. */
  detail: string
}

/** How many days ahead something counts as due. */
const horizon = 30
const reviewed = ['activity', 'subProcessor'] as const

/** Everything due within 30 days or overdue, by day, then by record. */
export async function dueIn(work: Work): Promise<Due[]> {
  const last = dayAfter(work.today, horizon)
  const all = [
    ...(await reviewsDue(work, last)),
    ...(await contractsExpiring(work, last)),
    ...(await assuranceExpiring(work, last)),
    ...(await acceptancesExpiring(work, last)),
  ]
  const order = ({ on, recordId, kind }: Due) => `${on} ${recordId} ${kind}`
  return all.toSorted((one, other) => (order(one) < order(other) ? -1 : 1))
}

/** The reviews of live records up to a day. */
export async function reviewsDue({ db, tables }: Work, last: string): Promise<Due[]> {
  const due: Due[] = []
  for (const noun of reviewed) {
    const table = tables.nouns[noun] as typeof tables.nouns.activity
    const rows = await db
      .select({
        recordId: table.id,
        name: table.name,
        version: table.version,
        on: table.nextReviewOn,
        owner: table.owner,
        ...(noun === 'activity' ? { everyMonths: table.reviewEveryMonths } : {}),
      })
      .from(table)
      .where(and(isNull(table.archivedAt), lte(table.nextReviewOn, last)))
      .orderBy(asc(table.number))
    due.push(
      ...rows.map(({ on, everyMonths, ...row }): Due => {
        const months = (everyMonths ?? null) as number | null
        return { ...row, kind: 'review', on: on ?? '', everyMonths: months, detail: '' }
      }),
    )
  }
  return due
}

/** Neither contracts, assurance nor acceptances come round by themselves. */
const once = { everyMonths: null }

const supplierOf = ({ tables }: Work) => {
  const { id: recordId, name, version, owner } = tables.nouns.subProcessor
  return { recordId, name, version, owner }
}

const stands = ({ tables }: Work) => {
  const { archivedAt, status } = tables.nouns.subProcessor
  return and(isNull(archivedAt), or(isNull(status), ne(status, 'former')))
}

async function contractsExpiring(work: Work, last: string): Promise<Due[]> {
  const { subProcessor } = work.tables.nouns
  const rows = await work.db
    .select({ ...supplierOf(work), on: subProcessor.contractExpiresOn })
    .from(subProcessor)
    .where(and(stands(work), lte(subProcessor.contractExpiresOn, last)))
  return rows.map((row) => ({ ...row, ...once, kind: 'contract', on: row.on ?? '', detail: '' }))
}

/** The newest of each kind that a supplier has: an older one has been followed. */
async function assuranceExpiring(work: Work, last: string): Promise<Due[]> {
  const { subProcessor } = work.tables.nouns
  const { assurance } = work.tables.rows.subProcessor
  const rows = await work.db
    .select({ ...supplierOf(work), on: assurance.periodEnd, type: assurance.type })
    .from(assurance)
    .innerJoin(subProcessor, eq(subProcessor.id, assurance.recordId))
    .where(and(stands(work), isNotNull(assurance.periodEnd)))
    .orderBy(asc(assurance.periodEnd))
  const newest = new Map<string, Due>()
  for (const { type, on, ...row } of rows) {
    const detail = type ?? ''
    newest.set(`${row.recordId} ${detail}`, {
      ...row,
      ...once,
      kind: 'assurance',
      on: on ?? '',
      detail,
    })
  }
  return [...newest.values()].filter(({ on }) => on <= last)
}

/** Findings accepted until a day; one that is past is open again and counted there. */
async function acceptancesExpiring(work: Work, last: string): Promise<Due[]> {
  const { acceptances } = work.tables
  const rows = await work.db
    .select()
    .from(acceptances)
    .where(and(gte(acceptances.until, work.today), lte(acceptances.until, last)))
  const records = await recordsAt(
    work,
    rows.map((row) => row.recordId),
  )
  return rows.flatMap(({ recordId, recordVersion, until, rule }): Due[] => {
    const record = records.get(recordId)
    if (!record || record.version !== recordVersion) return []
    const { name, version, owner } = record
    return [
      {
        ...once,
        kind: 'acceptance',
        recordId,
        name,
        version,
        on: until ?? '',
        owner,
        detail: rule,
      },
    ]
  })
}
