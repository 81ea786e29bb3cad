import type { roundStates } from '@ropewalk/domain/approvals/approval.ts'
import { lapseReason } from '@ropewalk/domain/approvals/material.ts'
import { nounOf } from '@ropewalk/domain/nouns.ts'
import type { Role } from '@ropewalk/domain/permissions.ts'
import type { Language } from '@ropewalk/domain/words.ts'
import { asc } from 'drizzle-orm'
import { namesOf } from '../links.ts'
import { peopleNames } from '../people/names.ts'
import type { Work } from '../verb.ts'
import type { Round } from './rounds.ts'

/** One sign-off or decision of a round; one without a decision where nobody has answered yet. */
export type ListedApproval = {
  approvalId: string
  recordId: string
  record: string
  version: number
  contentHash: string
  requestedBy: string
  requestedAt: string
  approver: string
  approverRoles: readonly Role[]
  decision: 'approved' | 'signed' | 'sentBack' | 'withdrawn' | null
  comment: string
  decidedAt: string | null
  lapsedAt: string | null
  lapseReason: string
  title: string
  selfApproved: boolean
  fromVersion: number | null
  asked: string[]
  state: keyof typeof roundStates
}

/** Every approval in the order of requests, its sign-offs in theirs. */
export async function approvalsIn(work: Work, language: Language): Promise<ListedApproval[]> {
  const { approvals } = work.tables
  const rounds = await work.db.select().from(approvals).orderBy(asc(approvals.number))
  const people = await peopleNames(work)
  const nameOf = (id: string) => people.get(id) ?? id
  const names = await namesOf(
    work,
    rounds.map(({ recordId }) => recordId),
  )
  return rounds.flatMap((round) => {
    const noun = nounOf(round.recordId)
    const told = {
      approvalId: round.id,
      recordId: round.recordId,
      record: names[round.recordId] ?? '',
      requestedBy: nameOf(round.requestedBy),
      requestedAt: round.requestedAt,
      lapsedAt: round.lapsedAt,
      lapseReason: noun && round.lapsedAt ? lapseReason(noun, round.lapsedFields)[language] : '',
      selfApproved: round.selfApproved,
      asked: round.asked.map(nameOf),
      state: round.state,
    }
    return decisionsOf(round, nameOf).map((decision) => ({ ...told, ...decision }))
  })
}

function decisionsOf(round: Round, nameOf: (id: string) => string) {
  const isApproved = round.approvedHash !== null
  const signed = round.signatures.map((each) => ({
    version: each.version,
    contentHash: each.contentHash,
    approver: nameOf(each.by),
    approverRoles: each.roles,
    decision: isApproved ? ('approved' as const) : ('signed' as const),
    comment: each.comment,
    decidedAt: each.at,
    title: each.title,
    fromVersion: each.fromVersion,
  }))
  const blank = {
    version: round.requestedVersion,
    contentHash: round.requestedHash,
    approver: '',
    approverRoles: [],
    decision: null,
    comment: '',
    decidedAt: null,
    title: '',
    fromVersion: null,
  }
  if (round.state === 'sentBack' || round.state === 'withdrawn')
    return [
      ...signed,
      {
        ...blank,
        approver: nameOf(round.decidedBy),
        decision: round.state,
        comment: round.comment,
        decidedAt: round.decidedAt,
      },
    ]
  return signed.length > 0 ? signed : [blank]
}
