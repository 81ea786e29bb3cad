import type { Tables } from '@ropewalk/db/tables/tables.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { and, eq, gt, lt } from 'drizzle-orm'
import type { Work } from '../verb.ts'
import type { MadeLink } from './link-to-mail.ts'
import { byWhom, hasPassword, type User } from './person.ts'
import { hashOf, newSecret } from './secrets.ts'

type Link = Tables['singleUseLinks']['$inferSelect']
export type LinkKind = Link['kind']
const life = 24 * 60 * 60 * 1000

const gone = both(
  'This link does not work: it was used, is older than 24 hours, or a newer one took its place. Ask for a new one.',
  'Ce lien ne fonctionne pas : il a été utilisé, date de plus de 24 heures ou a été remplacé. Demandez-en un nouveau.',
)

/** An invitation for who has no password yet, else a reset; it takes the place of the one before. */
export async function linkFor(work: Work, user: User): Promise<MadeLink> {
  const { db, tables } = work
  await db.delete(tables.singleUseLinks).where(eq(tables.singleUseLinks.userId, user.id))
  return insertLink(work, (await hasPassword(work, user.id)) ? 'reset' : 'invitation', user.id)
}

/** Those for the first account stay beside each other: two instances that start at once each print one. */
export const firstLink = (work: Work): Promise<MadeLink> => insertLink(work, 'first', null)

async function insertLink(work: Work, kind: LinkKind, userId: string | null): Promise<MadeLink> {
  const { db, tables, now, actor } = work
  const { singleUseLinks } = tables
  await db.delete(singleUseLinks).where(lt(singleUseLinks.expiresAt, now))
  const secret = newSecret()
  const expiresAt = new Date(Date.parse(now) + life).toISOString()
  await db.insert(singleUseLinks).values({
    tokenHash: hashOf(secret),
    kind,
    userId,
    createdAt: now,
    createdBy: byWhom(actor),
    expiresAt,
  })
  return { kind, path: `/${kind === 'reset' ? 'reset' : 'invitation'}/${secret}`, expiresAt }
}

const isThis = ({ tables, now }: Work, token: string) => {
  const { singleUseLinks } = tables
  return and(eq(singleUseLinks.tokenHash, hashOf(token)), gt(singleUseLinks.expiresAt, now))
}

/** The link that a token opens. Refuses one that was used, replaced, or is past its day, all with one sentence. */
export async function linkAt(work: Work, token: string): Promise<Link> {
  const [found] = await work.db.select().from(work.tables.singleUseLinks).where(isThis(work, token))
  return found ?? refuseGone()
}

/** The same, and takes it away: of two who come at once, one is refused. */
export async function takeLink(work: Work, token: string): Promise<Link> {
  const [taken] = await work.db
    .delete(work.tables.singleUseLinks)
    .where(isThis(work, token))
    .returning()
  return taken ?? refuseGone()
}

export function refuseGone(): never {
  throw new Refusal('NOT_FOUND', gone)
}
