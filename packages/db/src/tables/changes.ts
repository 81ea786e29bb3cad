import type { Told } from '@ropewalk/domain/changes/recipients.ts'
import type {
  Alteration,
  ChangedFacts,
  ChangeKind,
  ChangeState,
  FormerStatus,
} from '@ropewalk/domain/changes/supplier-change.ts'
import type { Makers } from '../makers.ts'

export const changeTables = (make: Makers) => ({
  /** Intended changes of sub-processors, Art. 28(2): the only writer of their status and of public facts. */
  supplierChanges: make.table(
    'supplier_changes',
    {
      id: make.text('id').primaryKey(),
      version: make.integer('version').notNull(),
      createdAt: make.text('created_at').notNull(),
      updatedAt: make.text('updated_at').notNull(),
      kind: make.text('kind').$type<ChangeKind>().notNull(),
      what: make.text('what').notNull(),
      why: make.text('why').notNull(),
      subProcessors: make.json('sub_processors').$type<string[]>().notNull(),
      replaced: make.json('replaced').$type<string[]>().notNull(),
      alterations: make.json('alterations').$type<Alteration[]>().notNull(),
      effectiveOn: make.text('effective_on'),
      emergency: make.text('emergency').notNull(),
      state: make.text('state').$type<ChangeState>().notNull(),
      announcedOn: make.text('announced_on'),
      objectionDeadline: make.text('objection_deadline'),
      tookEffectAt: make.text('took_effect_at'),
      withdrawnOn: make.text('withdrawn_on'),
      withdrawalReason: make.text('withdrawal_reason').notNull(),
      overrideReason: make.text('override_reason').notNull(),
      consentReason: make.text('consent_reason').notNull(),
      facts: make.json('facts').$type<ChangedFacts[]>().notNull(),
      former: make.json('former').$type<FormerStatus[]>().notNull(),
      told: make.json('told').$type<Told[]>().notNull(),
      textSha256: make.text('text_sha256'),
    },
    (table) => [make.index('supplier_changes_due').on(table.state, table.effectiveOn)],
  ),
  /** One notice to one address of a party: the ledger. */
  noticeDeliveries: make.table(
    'notice_deliveries',
    {
      /** `CH-0001.1`. */
      id: make.text('id').primaryKey(),
      changeId: make.text('change_id').notNull(),
      number: make.integer('number').notNull(),
      party: make.text('party').notNull(),
      /** The party's name as it was then. */
      recipient: make.text('recipient').notNull(),
      /** Empty where there is none. */
      address: make.text('address').notNull(),
      language: make.text('language'),
      channel: make.text('channel').$type<'mail' | 'page'>().notNull(),
      /** The last day on which this party may object. */
      deadline: make.text('deadline').notNull(),
      attempts: make.integer('attempts').notNull(),
      firstAttemptAt: make.text('first_attempt_at'),
      deliveredAt: make.text('delivered_at'),
      outcome: make.text('outcome').notNull(),
      detail: make.text('detail').notNull(),
    },
    (table) => [make.index('notice_deliveries_change').on(table.changeId, table.number)],
  ),
})
