import type { NoticeStep } from '@ropewalk/domain/changes/notice-steps.ts'
import type { ObjectionState, Objector } from '@ropewalk/domain/changes/objection.ts'
import type { Told } from '@ropewalk/domain/changes/recipients.ts'
import type {
  Alteration,
  ChangedFacts,
  ChangeKind,
  ChangeState,
  FormerStatus,
} from '@ropewalk/domain/changes/supplier-change.ts'
import type { Language } from '@ropewalk/domain/words.ts'
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
  /** One notice to one address of a party: the ledger. What became of its mail stands in the outbox alone. */
  noticeDeliveries: make.table(
    'notice_deliveries',
    {
      /** `CH-0001.1`. */
      id: make.text('id').primaryKey(),
      changeId: make.text('change_id').notNull(),
      number: make.integer('number').notNull(),
      step: make.text('step').$type<NoticeStep>().notNull(),
      party: make.text('party').notNull(),
      /** The party's name as it was then. */
      recipient: make.text('recipient').notNull(),
      /** None where it was written in every language, or to nobody. */
      language: make.text('language').$type<Language>(),
      channel: make.text('channel').$type<'mail' | 'page'>().notNull(),
      /** The last day on which this party may object; none where there is nothing left to object to. */
      deadline: make.text('deadline'),
      toldAt: make.text('told_at').notNull(),
      /** None for the public page, and where the party has no address. */
      mailId: make.text('mail_id'),
    },
    (table) => [make.index('notice_deliveries_change').on(table.changeId, table.number)],
  ),
  /** Objections to changes. */
  objections: make.table(
    'objections',
    {
      /** `OB-0001`. */
      id: make.text('id').primaryKey(),
      version: make.integer('version').notNull(),
      changeId: make.text('change_id').notNull(),
      from: make.text('objector').$type<Objector>().notNull(),
      party: make.text('party'),
      name: make.text('name').notNull(),
      /** AES-256-GCM under a key of the installation's secret; null in a register of an earlier day. */
      address: make.text('address'),
      addressHash: make.text('address_hash').notNull(),
      language: make.text('language').$type<Language>().notNull(),
      grounds: make.text('grounds').notNull(),
      receivedAt: make.text('received_at').notNull(),
      deadline: make.text('deadline').notNull(),
      late: make.yesNo('late').notNull(),
      state: make.text('state').$type<ObjectionState>().notNull(),
      decidedAt: make.text('decided_at'),
      decidedBy: make.text('decided_by').notNull(),
      decision: make.text('decision').notNull(),
      updatedAt: make.text('updated_at').notNull(),
    },
    (table) => [make.index('objections_change').on(table.changeId)],
  ),
})
