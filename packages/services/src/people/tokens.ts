import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { and, desc, eq, isNull } from 'drizzle-orm'
import * as z from 'zod'
import { dayAfter } from '../clock.ts'
import { nextId } from '../counters.ts'
import { boundTo } from '../log/bound.ts'
import { reading, type Work, writing } from '../verb.ts'
import { lastDay, personId, tokenFields, tokenId, tokenLabel } from './fields.ts'
import { byWhom, isOpen, personOf } from './person.ts'
import { hashOf, newSecret } from './secrets.ts'

const days = { usual: 90, most: 366 }
const refusals = {
  gone: both('There is no such token.', 'Ce jeton n’existe pas.'),
  closed: both(
    'This account is disabled or its last day is past.',
    'Ce compte est désactivé ou son dernier jour est passé.',
  ),
  day: both(
    'The last day of a token lies between today and {most} days from now.',
    'Le dernier jour d’un jeton se situe entre aujourd’hui et {most} jours plus tard.',
  ),
}
const about = { permission: 'tokens:manage', fields: tokenFields } as const

/** Every token with whose it is and whether it works, the newest first; what it is made of is nowhere. */
export const listTokens = reading(about, z.unknown(), async ({ db, tables, today }) => {
  const { tokens, users } = tables
  const found = await db
    .select({ token: tokens, user: users })
    .from(tokens)
    .innerJoin(users, eq(users.id, tokens.userId))
    .orderBy(desc(tokens.createdAt), desc(tokens.id))
  return found.map(({ token: { tokenHash: _, ...token }, user }) => ({
    ...token,
    person: user.name,
    works: token.revokedAt === null && token.expiresOn >= today && isOpen(user, today),
  }))
})

/** A token that reads as its person does: shown once, 90 days unless said, 366 at most. */
export const createToken = writing(
  { fresh: true, verb: 'tokens.create', ...about },
  z.strictObject({ person: personId, label: tokenLabel, expiresOn: lastDay.optional() }),
  async (work, { person, label, expiresOn }) => {
    const user = await personOf(work, person)
    if (!isOpen(user, work.today))
      throw new Refusal('INVALID', refusals.closed, { field: 'person' })
    const lastDayOf = expiresOn ?? dayAfter(work.today, days.usual)
    if (lastDayOf < work.today || lastDayOf > dayAfter(work.today, days.most))
      throw new Refusal('INVALID', refusals.day, {
        values: { most: days.most },
        field: 'expiresOn',
      })
    const token = `rw_${newSecret()}`
    const kept = await insertToken(work, { userId: person, label, expiresOn: lastDayOf }, token)
    return {
      change: {
        of: kept.id,
        before: null,
        after: toldToken(kept),
      },
      result: { id: kept.id, token, expiresOn: lastDayOf },
    }
  },
)

/** What history keeps of a token. */
export const toldToken = ({ userId: person, label, expiresOn, tokenHash }: Hashed) => ({
  label,
  person,
  expiresOn,
  bound: boundTo(tokenHash),
})

type Kept = { userId: string; label: string; expiresOn: string }
type Hashed = Kept & { tokenHash: string }

async function insertToken(
  work: Work,
  kept: Kept,
  token: string,
): Promise<Hashed & { id: string }> {
  const { db, tables, now, actor } = work
  const id = await nextId(work, 'TK')
  const row = { id, ...kept, tokenHash: hashOf(token), createdAt: now, createdBy: byWhom(actor) }
  await db.insert(tables.tokens).values(row)
  return row
}

/** From the next request on the token opens nothing. */
export const revokeToken = writing(
  { verb: 'tokens.revoke', ...about },
  z.strictObject({ id: tokenId }),
  async ({ db, tables, now }, { id }) => {
    const { tokens } = tables
    const [revoked] = await db
      .update(tokens)
      .set({ revokedAt: now })
      .where(and(eq(tokens.id, id), isNull(tokens.revokedAt)))
      .returning()
    if (!revoked) throw new Refusal('NOT_FOUND', refusals.gone, { field: 'id' })
    const { label, userId } = revoked
    return { change: { of: id, before: { label, person: userId }, after: null }, result: { id } }
  },
)
