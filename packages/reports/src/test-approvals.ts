import type { ApprovalItem } from './datasets/approvals.ts'
import type { ReviewItem } from './datasets/reviews.ts'

const asked: ApprovalItem = {
  approvalId: 'AP-0001',
  recordId: 'PA-0001',
  record: 'Accounts',
  version: 3,
  contentHash: 'ab'.repeat(32),
  requestedBy: 'Ed',
  requestedAt: '2026-03-01T10:00:00.123Z',
  approver: '',
  approverRoles: [],
  decision: null,
  comment: '',
  decidedAt: null,
  lapsedAt: null,
  lapseReason: '',
  title: '',
  selfApproved: false,
  fromVersion: null,
  asked: [],
  state: 'asked',
}

/** Every state of an approval, by hand; nobody in it exists. */
export const approvalItems: readonly ApprovalItem[] = [
  {
    ...asked,
    approver: '=Dot',
    approverRoles: ['dpo', 'editor'],
    decision: 'approved',
    comment: 'Read with "counsel"',
    decidedAt: '2026-03-02T10:00:00.999Z',
    title: 'Global DPO',
    state: 'lapsed',
    lapsedAt: '2026-03-03T10:00:00.000Z',
    lapseReason: 'changed: Purposes, Retention',
  },
  {
    ...asked,
    approvalId: 'AP-0002',
    version: 5,
    fromVersion: 3,
    asked: ['Dot', 'Pam | Pat'],
    approver: 'Dot',
    approverRoles: ['dpo'],
    decision: 'signed',
    decidedAt: '2026-03-04T10:00:00.000Z',
  },
  {
    ...asked,
    approvalId: 'AP-0003',
    recordId: 'SP-0001',
    record: '',
    approver: 'Dot',
    approverRoles: ['dpo'],
    decision: 'approved',
    decidedAt: '2026-03-04T10:00:00.000Z',
    selfApproved: true,
    state: 'approved',
  },
  { ...asked, approvalId: 'AP-0004', recordId: 'DC-0001', record: 'Account data' },
  {
    ...asked,
    approvalId: 'AP-0005',
    approver: 'Dot',
    decision: 'sentBack',
    comment: 'Say for how long',
    decidedAt: '2026-03-05T10:00:00.000Z',
    state: 'sentBack',
  },
]

const due: ReviewItem = {
  recordId: 'PA-0001',
  record: 'Accounts',
  dueOn: '2026-03-31',
  asked: [],
  askedAt: null,
  answeredBy: '',
  answeredAt: null,
  answer: null,
  note: '',
}

/** A review that nobody was asked for, one asked for, one answered and one whose day moved. */
export const reviewItems: readonly ReviewItem[] = [
  due,
  { ...due, recordId: 'PA-0002', asked: ['Ed', 'Dot'], askedAt: '2026-03-23T11:00:00.000Z' },
  {
    ...due,
    recordId: 'SP-0001',
    record: '',
    asked: ['Dot'],
    askedAt: '2026-03-23T11:00:00.000Z',
    answeredBy: 'Dot',
    answeredAt: '2026-03-24T11:00:00.500Z',
    answer: 'stillTrue',
    note: '+1',
  },
  { ...due, recordId: 'SP-0002', asked: ['Dot'], answer: 'moved' },
]
