import type { Finding } from '@ropewalk/domain/finding.ts'
import type { Published } from '@ropewalk/domain/published.ts'
import type { Makers } from '../makers.ts'

export const keptTables = (make: Makers) => ({
  /** The next number of each prefix: only ever raised, so that ids are never re-used. */
  counters: make.table('counters', {
    prefix: make.text('prefix').primaryKey(),
    next: make.integer('next').notNull(),
  }),
  /** What the public sees of a sub-processor; the newest row of each counts. */
  snapshots: make.table(
    'snapshots',
    {
      seq: make.integer('seq').primaryKey(),
      subProcessorId: make.text('sub_processor_id').notNull(),
      publishedAt: make.text('published_at').notNull(),
      updatedOn: make.text('updated_on').notNull(),
      /** False: withdrawn from the public list. */
      listed: make.yesNo('listed').notNull(),
      facts: make.json('facts').$type<Published>().notNull(),
    },
    (table) => [make.index('snapshots_sub_processor').on(table.subProcessorId, table.seq)],
  ),
  /** A finding that a person accepted; it opens again when the record changes or the day is past. */
  acceptances: make.table(
    'acceptances',
    {
      id: make.text('id').primaryKey(),
      recordId: make.text('record_id').notNull(),
      recordVersion: make.integer('record_version').notNull(),
      rule: make.text('rule').notNull(),
      field: make.text('field').notNull(),
      row: make.text('row').notNull().default(''),
      reason: make.text('reason').notNull(),
      acceptedBy: make.text('accepted_by').notNull(),
      acceptedByName: make.text('accepted_by_name').notNull(),
      acceptedAt: make.text('accepted_at').notNull(),
      until: make.text('until'),
    },
    (table) => [make.index('acceptances_record').on(table.recordId)],
  ),
  /** Findings of each record as of one day: derived, thrown away whenever the record or what it looks at changes. */
  judgements: make.table(
    'judgements',
    {
      recordId: make.text('record_id').primaryKey(),
      day: make.text('day').notNull(),
      gaps: make.integer('gaps').notNull(),
      conflicts: make.integer('conflicts').notNull(),
      advice: make.integer('advice').notNull(),
      findings: make.json('findings').$type<Finding[]>().notNull(),
    },
    // Counting and filtering by findings then read this instead of every finding's text.
    (table) => [
      make
        .index('judgements_counts')
        .on(table.gaps, table.conflicts, table.advice, table.recordId, table.day),
    ],
  ),
  /** EEA membership and adequacy decisions with their dates, editable. */
  referenceData: make.table('reference_data', {
    id: make.text('id').primaryKey(),
    version: make.integer('version').notNull().default(1),
    kind: make.text('kind').notNull(),
    country: make.text('country').notNull(),
    from: make.text('from').notNull(),
    until: make.text('until'),
    scope: make.text('scope').notNull().default(''),
    source: make.text('source').notNull(),
  }),
  /** Small facts of the installation itself: the register's id, the language of new people. */
  facts: make.table('facts', {
    key: make.text('key').primaryKey(),
    value: make.text('value').notNull(),
  }),
})
