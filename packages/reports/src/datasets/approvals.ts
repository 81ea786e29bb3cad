import { roundStates } from '@ropewalk/domain/approvals/approval.ts'
import { type Role, roleNames } from '@ropewalk/domain/permissions.ts'
import { both } from '@ropewalk/domain/words.ts'
import { listDataset } from '../dataset.ts'
import { listOr, secondsOf, stated } from '../facts.ts'
import { answers, wordOf, wordsOf } from '../word.ts'

const decisions = {
  approved: both('approved', 'approuvé'),
  signed: both('signed, others are awaited', 'signé, d’autres sont attendus'),
  sentBack: both('sent back', 'renvoyé'),
  withdrawn: both('request withdrawn', 'demande retirée'),
} as const

/** One sign-off or decision of an approval; without a decision where nobody has answered yet. */
export type ApprovalItem = {
  approvalId: string
  recordId: string
  record: string
  version: number
  /** SHA-256 of the record's canonical JSON at that version, hex. */
  contentHash: string
  requestedBy: string
  requestedAt: string
  approver: string
  approverRoles: readonly Role[]
  decision: keyof typeof decisions | null
  comment: string
  decidedAt: string | null
  lapsedAt: string | null
  lapseReason: string
  title: string
  selfApproved: boolean
  fromVersion: number | null
  asked: readonly string[]
  state: keyof typeof roundStates
}

export const approvals = listDataset<ApprovalItem>(
  'approvals',
  ({ text, number, time, yesNo, choice, choices, list, event }) => ({
    approval_id: text(({ approvalId }) => approvalId),
    record_id: text(({ recordId }) => recordId),
    record: text(({ record }) => stated(record)),
    version: number(({ version }) => version),
    content_hash: text(({ contentHash }) => contentHash),
    requested_by: text(({ requestedBy }) => stated(requestedBy)),
    requested_at: time(({ requestedAt }) => secondsOf(requestedAt)),
    approver: event(text(({ approver }) => approver)),
    approver_role: event(
      choices(roleNames, ({ approverRoles }) => listOr(wordsOf(roleNames, approverRoles), '')),
    ),
    decision: event(choice(decisions, ({ decision }) => wordOf(decisions, decision) ?? '')),
    comment: event(text(({ comment }) => comment)),
    decided_at: event(time(({ decidedAt }) => secondsOf(decidedAt))),
    lapsed_at: event(time(({ lapsedAt }) => secondsOf(lapsedAt))),
    lapse_reason: event(text(({ lapseReason }) => lapseReason)),
    title: event(text(({ title }) => title)),
    self_approved: yesNo(({ selfApproved }) => selfApproved),
    seen_from_version: event(number(({ fromVersion }) => fromVersion ?? '')),
    asked: list(({ asked }) => listOr(asked, answers.none)),
    state: choice(roundStates, ({ state }) => wordOf(roundStates, state)),
  }),
)
