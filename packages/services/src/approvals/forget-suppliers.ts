import type { Register } from '@ropewalk/db/records.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import { and, eq, inArray, isNotNull, like, ne } from 'drizzle-orm'
import type { Work } from '../verb.ts'
import type { Round } from './rounds.ts'

/** Forgets the judgements of suppliers whose public facts follow from an approval that came or went; of all with the first. */
export async function forgetSuppliersBy(
  { db, tables }: Pick<Work, 'db' | 'tables'>,
  before: Round,
  after: Round,
): Promise<void> {
  const isTurned = (before.state === 'approved') !== (after.state === 'approved')
  if (!isTurned || !before.recordId.startsWith(`${nouns.activity.prefix}-`)) return
  const { approvals, judgements, nouns: records, rows } = tables
  const links = rows.activity.subProcessors
  const others = and(approvedOnce({ tables }), ne(approvals.id, before.id))
  const isFirst = (await db.$count(approvals, others)) === 0
  const suppliers = isFirst
    ? db.select({ id: records.subProcessor.id }).from(records.subProcessor)
    : db
        .select({ id: links.subProcessor })
        .from(links)
        .where(and(eq(links.recordId, before.recordId), isNotNull(links.subProcessor)))
  await db.delete(judgements).where(inArray(judgements.recordId, suppliers))
}

/** Rounds in which an activity was approved, whether that stands or not. */
export const approvedOnce = ({ tables: { approvals } }: Pick<Register, 'tables'>) =>
  and(like(approvals.recordId, `${nouns.activity.prefix}-%`), isNotNull(approvals.approvedHash))
