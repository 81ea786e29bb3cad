import type { Role } from '@ropewalk/domain/permissions.ts'
import type { Language } from '@ropewalk/domain/words.ts'
import type { Makers } from '../makers.ts'

export const peopleTables = (make: Makers) => ({
  /** People are never removed, only disabled: history and the access list go on naming them. */
  users: make.table(
    'users',
    {
      id: make.text('id').primaryKey(),
      version: make.integer('version').notNull().default(1),
      name: make.text('name').notNull(),
      /** Lower case. */
      email: make.text('email').notNull(),
      roles: make.json('roles').$type<Role[]>().notNull().default([]),
      language: make.text('language').$type<Language>().notNull().default('en'),
      createdAt: make.text('created_at').notNull(),
      updatedAt: make.text('updated_at').notNull(),
      /** The id of a person, else who it was in words. */
      createdBy: make.text('created_by').notNull().default(''),
      lastSignInAt: make.text('last_sign_in_at'),
      disabledAt: make.text('disabled_at'),
      /** The last day of the account, in the organisation's time zone. */
      expiresOn: make.text('expires_on'),
    },
    (table) => [make.uniqueIndex('users_email').on(table.email)],
  ),
  /** Apart from the people, so that reading a person never brings it along. */
  passwords: make.table('passwords', {
    userId: make.text('user_id').primaryKey(),
    /** argon2id, PHC string. */
    hash: make.text('hash').notNull(),
    changedAt: make.text('changed_at').notNull(),
  }),
  sessions: make.table(
    'sessions',
    {
      id: make.text('id').primaryKey(),
      userId: make.text('user_id').notNull(),
      /** SHA-256 of the token that the cookie holds. */
      tokenHash: make.text('token_hash').notNull(),
      createdAt: make.text('created_at').notNull(),
      lastSeenAt: make.text('last_seen_at').notNull(),
      expiresAt: make.text('expires_at').notNull(),
      networkAddress: make.text('network_address').notNull().default(''),
      browser: make.text('browser').notNull().default(''),
      /** When the person last gave a password or a code in this session; empty when that is not known. */
      provedAt: make.text('proved_at').notNull().default(''),
    },
    (table) => [
      make.uniqueIndex('sessions_token_hash').on(table.tokenHash),
      make.index('sessions_user').on(table.userId),
    ],
  ),
  /** First account, invitations, password resets: known only by hash, removed when used. */
  singleUseLinks: make.table(
    'single_use_links',
    {
      tokenHash: make.text('token_hash').primaryKey(),
      kind: make.text('kind').$type<'first' | 'invitation' | 'reset'>().notNull(),
      /** None for the first account. */
      userId: make.text('user_id'),
      createdAt: make.text('created_at').notNull(),
      createdBy: make.text('created_by').notNull(),
      expiresAt: make.text('expires_at').notNull(),
    },
    (table) => [make.index('single_use_links_user').on(table.userId)],
  ),
  /** The second factor of a person (RFC 6238); it counts once it is confirmed by a code. */
  secondFactors: make.table('second_factors', {
    userId: make.text('user_id').primaryKey(),
    /** AES-256-GCM under a key of the installation's secret: `v1.<key id>.<nonce>.<tag>.<text>`. */
    secret: make.text('secret').notNull(),
    createdAt: make.text('created_at').notNull(),
    confirmedAt: make.text('confirmed_at'),
    /** The newest 30-second step whose code was taken: no code of it or before is taken again. */
    lastStep: make.integer('last_step').notNull().default(0),
  }),
  /** Recovery codes, known only by hash, removed when used. */
  recoveryCodes: make.table(
    'recovery_codes',
    {
      codeHash: make.text('code_hash').primaryKey(),
      userId: make.text('user_id').notNull(),
    },
    (table) => [make.index('recovery_codes_user').on(table.userId)],
  ),
  /** Sign-ins whose password was right and whose code is awaited: no sessions, nothing is read with them. */
  pendingSignIns: make.table(
    'pending_sign_ins',
    {
      tokenHash: make.text('token_hash').primaryKey(),
      userId: make.text('user_id').notNull(),
      createdAt: make.text('created_at').notNull(),
      expiresAt: make.text('expires_at').notNull(),
    },
    (table) => [make.index('pending_sign_ins_user').on(table.userId)],
  ),
  /** Tokens for programs: shown once, read-only, expiring. */
  tokens: make.table(
    'tokens',
    {
      id: make.text('id').primaryKey(),
      userId: make.text('user_id').notNull(),
      label: make.text('label').notNull(),
      /** SHA-256 of what was shown. */
      tokenHash: make.text('token_hash').notNull(),
      createdAt: make.text('created_at').notNull(),
      createdBy: make.text('created_by').notNull(),
      /** Its last day. */
      expiresOn: make.text('expires_on').notNull(),
      lastUsedAt: make.text('last_used_at'),
      revokedAt: make.text('revoked_at'),
    },
    (table) => [
      make.uniqueIndex('tokens_hash').on(table.tokenHash),
      make.index('tokens_user').on(table.userId),
    ],
  ),
  /** Growing delays on sign-in, by keyed hash of the address typed: never permanent. */
  signInDelays: make.table(
    'sign_in_delays',
    {
      addressHash: make.text('address_hash').primaryKey(),
      failures: make.integer('failures').notNull(),
      lastFailureAt: make.text('last_failure_at').notNull(),
      until: make.text('until').notNull(),
    },
    (table) => [make.index('sign_in_delays_last_failure').on(table.lastFailureAt)],
  ),
})
