import type { Tables } from '@ropewalk/db/tables/tables.ts'
import { numberOf } from '@ropewalk/domain/nouns.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { canonicalText } from '@ropewalk/log/canonical.ts'
import { and, desc, eq, gt, lte, ne } from 'drizzle-orm'
import { nextId } from '../counters.ts'
import type { Change } from '../history.ts'
import { hexOf } from '../log/hash.ts'
import type { Work } from '../verb.ts'
import { forgetSuppliersBy } from './forget-suppliers.ts'

/** One request for the approval of a record and what became of it. */
export type Round = Tables['approvals']['$inferSelect']
type Reach = Pick<Work, 'db' | 'tables'>

/** What the log calls a round. */
export const approvalKey = (id: string): string => `approval ${id}`

/** SHA-256 of a record's canonical JSON (RFC 8785), hex: what an approval is bound to. */
export const contentHashOf = (record: AnyRecord): string => hexOf(canonicalText(record))

/** All rounds of a record, the newest first. */
export const roundsOf = ({ db, tables }: Reach, recordId: string): Promise<Round[]> =>
  db
    .select()
    .from(tables.approvals)
    .where(eq(tables.approvals.recordId, recordId))
    .orderBy(desc(tables.approvals.number))

/** The newest round that was approved, whether it stands or not: what differences and editors are counted from. */
export const lastApproved = (rounds: readonly Round[]): Round | undefined =>
  rounds.find(({ approvedHash }) => approvedHash !== null)

export async function newRound(
  work: Work,
  record: AnyRecord,
  given: Pick<Round, 'asked' | 'note'>,
): Promise<Round> {
  const id = await nextId(work, 'AP')
  const round: Round = {
    id,
    number: numberOf(id),
    recordId: record.id,
    state: 'asked',
    requestedBy: work.actor.id,
    requestedAt: work.now,
    requestedVersion: record.version,
    requestedHash: contentHashOf(record),
    ...given,
    signatures: [],
    approvedVersion: null,
    approvedHash: null,
    selfApproved: false,
    decidedBy: '',
    decidedAt: null,
    comment: '',
    lapsedBy: '',
    lapsedAt: null,
    lapsedFields: [],
  }
  await work.db.insert(work.tables.approvals).values(round)
  return round
}

/** Stores what a round has become; its entry stands in the history of its record, at that record's version. */
export async function changeRound(
  reach: Reach,
  before: Round,
  { version, verb, ...changes }: Partial<Round> & { version: number | null; verb?: string },
): Promise<Change & { after: Round }> {
  const { db, tables } = reach
  const after: Round = { ...before, ...changes }
  await forgetSuppliersBy(reach, before, after)
  await db.update(tables.approvals).set(after).where(eq(tables.approvals.id, before.id))
  return toldRound({ before, after, version }, verb)
}

export const toldRound = (
  { before, after, version }: { before: Round | null; after: Round; version: number | null },
  verb?: string,
) => ({
  of: after.recordId,
  record: approvalKey(after.id),
  version,
  before,
  after,
  ...(verb === undefined ? {} : { verb }),
})

/**
 * Everybody who wrote the record after a version of it, by the log: who answers that it is still true moves its review
 * and writes nothing else.
 */
export async function editorsSince(
  { log }: Pick<Work, 'log'>,
  recordId: string,
  version: number,
): Promise<ReadonlySet<string>> {
  const { entries } = log.tables
  const rows = await log.db
    .selectDistinct({ by: entries.actorId })
    .from(entries)
    .where(
      and(
        eq(entries.record, recordId),
        eq(entries.actorKind, 'person'),
        gt(entries.version, version),
        ne(entries.verb, 'reviews.answer'),
        log.upTo === undefined ? undefined : lte(entries.seq, log.upTo),
      ),
    )
  return new Set(rows.map(({ by }) => by))
}
