import { dayAfter } from '@ropewalk/domain/day-after.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { and, desc, eq, gte, isNull, type SQL } from 'drizzle-orm'
import * as z from 'zod'
import { nextId } from '../counters.ts'
import { boundTo } from '../log/bound.ts'
import { reading, type Work, writing } from '../verb.ts'
import { lastDay, personId, tokenFields, tokenId, tokenLabel } from './fields.ts'
import { byWhom, isOpen, personOf } from './person.ts'
import { hashOf, newSecret } from './secrets.ts'

const days = { usual: 90, most: 366 }
/** Tokens of one’s own that work at the same time. */
const mostOwn = 20
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
  many: both(
    'At most {most} tokens of one’s own work at the same time: revoke one first.',
    'Au plus {most} jetons personnels fonctionnent en même temps : révoquez-en un d’abord.',
  ),
}
const about = { permission: 'tokens:manage', fields: tokenFields } as const
const wanted = { label: tokenLabel, expiresOn: lastDay.optional() }
const aboutOwn = { permission: 'own-tokens:manage', fields: tokenFields } as const

/** Every token with whose it is and whether it works, the newest first; what it is made of is nowhere. */
export const listTokens = reading(about, z.unknown(), (work) => tokensIn(work))

/** The tokens of who asks, as `listTokens` gives them. */
export const listOwnTokens = reading(aboutOwn, z.unknown(), (work) =>
  tokensIn(work, eq(work.tables.tokens.userId, work.actor.id)),
)

async function tokensIn({ db, tables, today }: Work, where?: SQL) {
  const { tokens, users } = tables
  const found = await db
    .select({ token: tokens, user: users })
    .from(tokens)
    .innerJoin(users, eq(users.id, tokens.userId))
    .where(where)
    .orderBy(desc(tokens.createdAt), desc(tokens.id))
  return found.map(({ token: { tokenHash: _, ...token }, user }) => ({
    ...token,
    person: user.name,
    works: token.revokedAt === null && token.expiresOn >= today && isOpen(user, today),
  }))
}

/** A token that reads as its person does: shown once, 90 days unless said, 366 at most. */
export const createToken = writing(
  { fresh: true, verb: 'tokens.create', ...about },
  z.strictObject({ person: personId, ...wanted }),
  createIn,
)

/** The same for who asks: it reads what that person may read, and no more. At most 20 work at the same time. */
export const createOwnToken = writing(
  { fresh: true, verb: 'tokens.createOwn', ...aboutOwn },
  z.strictObject(wanted),
  async (work, given) => {
    const { tokens } = work.tables
    const working = await work.db.$count(
      tokens,
      and(
        eq(tokens.userId, work.actor.id),
        isNull(tokens.revokedAt),
        gte(tokens.expiresOn, work.today),
      ),
    )
    if (working >= mostOwn)
      throw new Refusal('INVALID', refusals.many, { values: { most: mostOwn } })
    return createIn(work, { person: work.actor.id, ...given })
  },
)

type Wanted = { person: string; label: string; expiresOn?: string | null | undefined }
async function createIn(work: Work, { person, label, expiresOn }: Wanted) {
  const user = await personOf(work, person)
  if (!isOpen(user, work.today)) throw new Refusal('INVALID', refusals.closed, { field: 'person' })
  const lastDayOf = expiresOn ?? dayAfter(work.today, days.usual)
  if (lastDayOf < work.today || lastDayOf > dayAfter(work.today, days.most))
    throw new Refusal('INVALID', refusals.day, { values: { most: days.most }, field: 'expiresOn' })
  const token = `rw_${newSecret()}`
  const kept = await insertToken(work, { userId: person, label, expiresOn: lastDayOf }, token)
  return {
    change: { of: kept.id, before: null, after: toldToken(kept) },
    result: { id: kept.id, token, expiresOn: lastDayOf },
  }
}

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
  (work, { id }) => revokeIn(work, id),
)

/** The same of one’s own; one of somebody else is not found. */
export const revokeOwnToken = writing(
  { verb: 'tokens.revokeOwn', ...aboutOwn },
  z.strictObject({ id: tokenId }),
  (work, { id }) => revokeIn(work, id, eq(work.tables.tokens.userId, work.actor.id)),
)

async function revokeIn({ db, tables, now }: Work, id: string, whose?: SQL) {
  const { tokens } = tables
  const [revoked] = await db
    .update(tokens)
    .set({ revokedAt: now })
    .where(and(eq(tokens.id, id), isNull(tokens.revokedAt), whose))
    .returning()
  if (!revoked) throw new Refusal('NOT_FOUND', refusals.gone, { field: 'id' })
  const { label, userId } = revoked
  return { change: { of: id, before: { label, person: userId }, after: null }, result: { id } }
}
