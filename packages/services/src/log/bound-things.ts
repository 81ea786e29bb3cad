import type { Register } from '@ropewalk/db/records.ts'
import { asc, isNull } from 'drizzle-orm'
import { passwordKey, toldPassword } from '../people/person.ts'
import { factorKey, toldFactors } from '../people/second-factor.ts'
import { keptRule, ruleKey } from '../people/second-factor-rule.ts'
import { linkKey, toldLink } from '../people/single-use-link.ts'
import { toldToken } from '../people/tokens.ts'
import { toldWebhook } from '../webhooks/webhook.ts'

/** Something that stands in the database now, by what the log calls it, and in whose history it is told. */
export type Thing = { record: string; of: string; state: unknown }

/** What opens the register: passwords, second factors, tokens and links, each bound by a hash; who must have which; and what signs for programs. */
export async function boundThings({ db, tables }: Register): Promise<Thing[]> {
  const passwords = await db.select().from(tables.passwords).orderBy(asc(tables.passwords.userId))
  const tokens = await db.select().from(tables.tokens).where(isNull(tables.tokens.revokedAt))
  const webhooks = await db.select().from(tables.webhooks).where(isNull(tables.webhooks.endedAt))
  const links = await db.select().from(tables.singleUseLinks)
  const factors = await toldFactors({ db, tables })
  const rule = await keptRule({ db, tables })
  return [
    ...passwords.map((row) => ({
      record: passwordKey(row.userId),
      of: row.userId,
      state: toldPassword(row),
    })),
    ...factors.map(({ userId, state }) => ({ record: factorKey(userId), of: userId, state })),
    ...tokens.map((row) => ({ record: row.id, of: row.id, state: toldToken(row) })),
    ...links.map((row) => {
      const state = toldLink(row)
      return { record: linkKey(state), of: row.userId ?? 'first-account', state }
    }),
    ...webhooks.map((row) => ({ record: row.id, of: row.id, state: toldWebhook(row) })),
    ...(rule ? [{ record: ruleKey, of: ruleKey, state: rule }] : []),
  ]
}

/** Whether the log keeps the state of such a thing. */
export const isBoundKind = (record: string): boolean =>
  record === ruleKey || /^(TK-|WH-|password of |second factor |link [0-9a-f]{16}$)/.test(record)

/** A link may be gone without an entry: it was voided or too old, and opens nothing. */
export const mayBeGone = (record: string): boolean => record.startsWith('link ')
