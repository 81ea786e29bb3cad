import type { RoundState, Signature } from '@ropewalk/domain/approvals/approval.ts'
import type { Makers } from '../makers.ts'

export const approvalTables = (make: Makers) => ({
  /** One request for the approval of a record and what became of it; people by id, so that names stay theirs. */
  approvals: make.table(
    'approvals',
    {
      id: make.text('id').primaryKey(),
      number: make.integer('number').notNull(),
      recordId: make.text('record_id').notNull(),
      state: make.text('state').$type<RoundState>().notNull(),
      requestedBy: make.text('requested_by').notNull(),
      requestedAt: make.text('requested_at').notNull(),
      requestedVersion: make.integer('requested_version').notNull(),
      requestedHash: make.text('requested_hash').notNull(),
      /** The people it was asked of; empty: of whoever may approve. */
      asked: make.json('asked').$type<string[]>().notNull().default([]),
      note: make.text('note').notNull().default(''),
      signatures: make.json('signatures').$type<Signature[]>().notNull().default([]),
      /** Of the approved content; none until it is approved. */
      approvedVersion: make.integer('approved_version'),
      approvedHash: make.text('approved_hash'),
      selfApproved: make.yesNo('self_approved').notNull().default(false),
      /** Approved, sent back or withdrawn: by whom, when, with what comment. */
      decidedBy: make.text('decided_by').notNull().default(''),
      decidedAt: make.text('decided_at'),
      comment: make.text('comment').notNull().default(''),
      lapsedBy: make.text('lapsed_by').notNull().default(''),
      lapsedAt: make.text('lapsed_at'),
      /** Keys of the material fields, or what became of the record. */
      lapsedFields: make.json('lapsed_fields').$type<string[]>().notNull().default([]),
    },
    (table) => [
      make.index('approvals_record').on(table.recordId, table.number),
      make.index('approvals_state').on(table.state, table.recordId),
    ],
  ),
  /** One due day of a record's review: who was asked and when, and what was answered. */
  reviews: make.table(
    'reviews',
    {
      id: make.text('id').primaryKey(),
      number: make.integer('number').notNull(),
      recordId: make.text('record_id').notNull(),
      dueOn: make.text('due_on').notNull(),
      asked: make.json('asked').$type<string[]>().notNull().default([]),
      askedAt: make.text('asked_at'),
      answeredBy: make.text('answered_by').notNull().default(''),
      answeredAt: make.text('answered_at'),
      answer: make.text('answer').$type<'stillTrue'>(),
      note: make.text('note').notNull().default(''),
    },
    (table) => [make.index('reviews_record').on(table.recordId, table.dueOn)],
  ),
  /** What the house decided about its own rules, each under its key, with the version that a change must name. */
  settings: make.table('settings', {
    id: make.text('id').primaryKey(),
    version: make.integer('version').notNull(),
    value: make.json('value').$type<Readonly<Record<string, unknown>>>().notNull(),
  }),
})
