import type { Tables } from '@ropewalk/db/tables/tables.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { and, eq, gt, lt } from 'drizzle-orm'
import { later } from '../clock.ts'
import type { Change } from '../history.ts'
import { boundTo } from '../log/bound.ts'
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

/** A link with the change that binds the log to it, to be told beside what it was made for. */
type Made = { link: MadeLink; bound: Change }

/** An invitation for who has no password yet, else a reset; it takes the place of the one before. */
export async function linkFor(work: Work, user: User): Promise<Made> {
  const { db, tables } = work
  await db.delete(tables.singleUseLinks).where(eq(tables.singleUseLinks.userId, user.id))
  return insertLink(work, (await hasPassword(work, user.id)) ? 'reset' : 'invitation', user.id)
}

/** Those for the first account stay beside each other: two instances that start at once each print one. */
export const firstLink = (work: Work): Promise<Made> => insertLink(work, 'first', null)

async function insertLink(work: Work, kind: LinkKind, userId: string | null): Promise<Made> {
  const { db, tables, now, actor } = work
  const { singleUseLinks } = tables
  await db.delete(singleUseLinks).where(lt(singleUseLinks.expiresAt, now))
  const secret = newSecret()
  const expiresAt = later(now, life)
  const tokenHash = hashOf(secret)
  const row = { tokenHash, kind, userId, createdAt: now, createdBy: byWhom(actor), expiresAt }
  await db.insert(singleUseLinks).values(row)
  const path = `/${kind === 'reset' ? 'reset' : 'invitation'}/${secret}`
  return {
    link: { kind, path, expiresAt },
    bound: { ...aboutLink(row, userId), after: toldLink(row) },
  }
}

/** The change that tells that a link was used, and by whom. */
export const linkUsed = (link: Link, by: string): Change => ({
  ...aboutLink(link, by),
  verb: 'links.use',
  after: null,
})

const aboutLink = (link: Link, of: string | null) => ({
  of: of ?? 'first-account',
  record: linkKey(toldLink(link)),
  verb: 'links.make',
  before: null,
})

/** What the log keeps of a link. */
export const toldLink = ({ kind: link, userId: person, expiresAt, tokenHash }: Link) => ({
  link,
  person,
  expiresAt,
  bound: boundTo(tokenHash),
})

/** What the log calls a link, by what it is bound to. */
export const linkKey = ({ bound }: { bound: string }): string =>
  `link ${Buffer.from(bound, 'base64').toString('hex').slice(0, 16)}`

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
