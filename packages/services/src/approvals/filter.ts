import { type ApprovalState, approvalStates } from '@ropewalk/domain/approvals/approval.ts'
import { and, inArray, notInArray, type SQL } from 'drizzle-orm'
import type { Work } from '../verb.ts'
import type { Round } from './rounds.ts'

type Column = Work['tables']['nouns']['activity']['id']

/** The condition of a list's filter `approval`; undefined for a state that there is not. */
export function byApproval(
  { db, tables: { approvals } }: Pick<Work, 'db' | 'tables'>,
  id: Column,
  state: string,
): SQL | undefined {
  if (!Object.hasOwn(approvalStates, state)) return undefined
  const within = (...states: Round['state'][]) =>
    db.select({ id: approvals.recordId }).from(approvals).where(inArray(approvals.state, states))
  const conditions: Record<ApprovalState, SQL | undefined> = {
    inReview: inArray(id, within('asked')),
    approved: and(inArray(id, within('approved')), notInArray(id, within('asked'))),
    lapsed: and(inArray(id, within('lapsed')), notInArray(id, within('asked', 'approved'))),
    draft: notInArray(id, within('asked', 'approved', 'lapsed')),
  }
  return conditions[state as ApprovalState]
}
