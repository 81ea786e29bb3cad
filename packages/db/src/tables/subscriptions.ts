import type { ChangeFacts, Topics } from '@ropewalk/domain/topics.ts'
import type { Language, Text } from '@ropewalk/domain/words.ts'
import type { Makers } from '../makers.ts'

/** `pending`: the address was not confirmed yet. Of one that `left`, only the keyed hash stays. */
export type SubscriptionState = 'pending' | 'confirmed' | 'left'

export const subscriptionTables = (make: Makers) => ({
  /** Who asked to hear of changes on the public page. Times are ISO 8601, UTC. */
  subscriptions: make.table(
    'subscriptions',
    {
      id: make.text('id').primaryKey(),
      state: make.text('state').$type<SubscriptionState>().notNull(),
      /** HMAC-SHA-256 with a key of the installation's secret, hexadecimal. */
      addressHash: make.text('address_hash').notNull(),
      /** AES-256-GCM under a key of the installation's secret. */
      address: make.text('address'),
      language: make.text('language').$type<Language>(),
      topics: make.json('topics').$type<Topics>(),
      /** SHA-256 of the token that confirms it. */
      tokenHash: make.text('token_hash'),
      createdAt: make.text('created_at').notNull(),
      confirmedAt: make.text('confirmed_at'),
      leftAt: make.text('left_at'),
    },
    (table) => [
      make.index('subscriptions_address').on(table.addressHash),
      make.index('subscriptions_state').on(table.state, table.id),
      make.uniqueIndex('subscriptions_token').on(table.tokenHash),
    ],
  ),
  /** What subscribers are to be told: those of an hour go out together. */
  notices: make.table(
    'notices',
    {
      id: make.text('id').primaryKey(),
      /** The change. */
      about: make.text('about').notNull(),
      facts: make.json('facts').$type<ChangeFacts>().notNull(),
      title: make.json('title').$type<Text>().notNull(),
      text: make.json('text').$type<Text>().notNull(),
      noticedAt: make.text('noticed_at').notNull(),
      /** Those that go out together, and the last subscription that they were written to. */
      batch: make.text('batch'),
      reached: make.text('reached').notNull().default(''),
      doneAt: make.text('done_at'),
    },
    (table) => [make.index('notices_open').on(table.doneAt, table.noticedAt)],
  ),
})
