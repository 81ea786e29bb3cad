import type { Role } from '@ropewalk/domain/permissions.ts'
import type { Makers } from '../makers.ts'

export const peopleTables = (make: Makers) => ({
  users: make.table(
    'users',
    {
      id: make.text('id').primaryKey(),
      name: make.text('name').notNull(),
      /** Lower case. */
      email: make.text('email').notNull(),
      emailVerified: make.yesNo('email_verified').notNull().default(false),
      image: make.text('image'),
      roles: make.json('roles').$type<Role[]>().notNull().default([]),
      language: make.text('language').notNull().default('en'),
      createdAt: make.text('created_at').notNull(),
      updatedAt: make.text('updated_at').notNull(),
      createdBy: make.text('created_by').notNull().default(''),
      lastSignInAt: make.text('last_sign_in_at'),
      disabledAt: make.text('disabled_at'),
      expiresOn: make.text('expires_on'),
    },
    (table) => [make.uniqueIndex('users_email').on(table.email)],
  ),
  accounts: make.table(
    'accounts',
    {
      id: make.text('id').primaryKey(),
      userId: make.text('user_id').notNull(),
      accountId: make.text('account_id').notNull(),
      providerId: make.text('provider_id').notNull(),
      /** argon2id, PHC string. */
      password: make.text('password'),
      createdAt: make.text('created_at').notNull(),
      updatedAt: make.text('updated_at').notNull(),
    },
    (table) => [make.index('accounts_user').on(table.userId)],
  ),
  sessions: make.table(
    'sessions',
    {
      id: make.text('id').primaryKey(),
      userId: make.text('user_id').notNull(),
      /** SHA-256 of the token that the cookie holds. */
      token: make.text('token').notNull(),
      expiresAt: make.text('expires_at').notNull(),
      ipAddress: make.text('ip_address'),
      userAgent: make.text('user_agent'),
      createdAt: make.text('created_at').notNull(),
      updatedAt: make.text('updated_at').notNull(),
    },
    (table) => [
      make.uniqueIndex('sessions_token').on(table.token),
      make.index('sessions_user').on(table.userId),
    ],
  ),
  verifications: make.table('verifications', {
    id: make.text('id').primaryKey(),
    identifier: make.text('identifier').notNull(),
    value: make.text('value').notNull(),
    expiresAt: make.text('expires_at').notNull(),
    createdAt: make.text('created_at').notNull(),
    updatedAt: make.text('updated_at').notNull(),
  }),
  /** First account, invitations, password resets: used once, known only by hash. */
  singleUseLinks: make.table('single_use_links', {
    tokenHash: make.text('token_hash').primaryKey(),
    kind: make.text('kind').notNull(),
    userId: make.text('user_id'),
    createdAt: make.text('created_at').notNull(),
    createdBy: make.text('created_by').notNull(),
    expiresAt: make.text('expires_at').notNull(),
    usedAt: make.text('used_at'),
  }),
  /** Tokens for programs: shown once, read-only, expiring. */
  tokens: make.table(
    'tokens',
    {
      id: make.text('id').primaryKey(),
      userId: make.text('user_id').notNull(),
      label: make.text('label').notNull(),
      tokenHash: make.text('token_hash').notNull(),
      createdAt: make.text('created_at').notNull(),
      createdBy: make.text('created_by').notNull(),
      expiresOn: make.text('expires_on').notNull(),
      lastUsedAt: make.text('last_used_at'),
      revokedAt: make.text('revoked_at'),
    },
    (table) => [make.uniqueIndex('tokens_hash').on(table.tokenHash)],
  ),
  /** Growing delays on sign-in, by keyed hash of the address typed: never permanent. */
  signInDelays: make.table('sign_in_delays', {
    addressHash: make.text('address_hash').primaryKey(),
    failures: make.integer('failures').notNull(),
    lastFailureAt: make.text('last_failure_at').notNull(),
    until: make.text('until').notNull(),
  }),
})
