import type { Makers } from '../makers.ts'

/** What the sum of an hour will tell, but for how often. */
export type Repeated = {
  of: string
  record: string
  verb: string
  door: string
  actor: { kind: string; id: string; name: string }
  after: Record<string, unknown>
  /** What may differ from time to time. */
  detail: string
}

export const logTables = (make: Makers) => ({
  /**
   * The log: one entry a write, in the same transaction, never changed again. `leaf` holds the exact bytes that were
   * hashed; the other columns repeat them for queries, and verification compares.
   */
  entries: make.table(
    'entries',
    {
      seq: make.integer('seq').primaryKey(),
      leaf: make.text('leaf').notNull(),
      at: make.text('at').notNull(),
      actorKind: make.text('actor_kind').notNull(),
      actorId: make.text('actor_id').notNull(),
      door: make.text('door').notNull(),
      verb: make.text('verb').notNull(),
      /** What the state belongs to: a record's id, `session …`, `snapshot …`. */
      record: make.text('record').notNull(),
      /** The record, person or token in whose history the entry stands. */
      about: make.text('about').notNull(),
      version: make.integer('version'),
    },
    (table) => [
      make.index('entries_record').on(table.record, table.seq),
      make.index('entries_about').on(table.about, table.seq),
      make.index('entries_verb').on(table.verb, table.seq),
    ],
  ),
  /**
   * Who, why and the state after each entry, as committed to by it. An erasure empties the value, names its entry and
   * adds what is left as the next generation.
   */
  states: make.table(
    'states',
    {
      seq: make.integer('seq').notNull(),
      generation: make.integer('generation').notNull().default(0),
      value: make.text('value'),
      erasedBy: make.integer('erased_by'),
    },
    (table) => [make.uniqueIndex('states_generation').on(table.seq, table.generation)],
  ),
  /** What was told at its first time in an hour and awaits its sum: one row for the same act, until the hour ends. */
  repeats: make.table(
    'repeats',
    {
      key: make.text('key').primaryKey(),
      /** Such as `2026-11-24T15`, UTC. */
      hour: make.text('hour').notNull(),
      /** Beyond the first. */
      times: make.integer('times').notNull(),
      since: make.text('since').notNull(),
      until: make.text('until').notNull(),
      first: make.json('first').$type<Repeated>().notNull(),
      /** How often each detail came. */
      details: make.json('details').$type<Record<string, number>>().notNull(),
    },
    (table) => [make.index('repeats_hour').on(table.hour)],
  ),
})
