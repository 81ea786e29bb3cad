import type { Database } from '@ropewalk/db/database.ts'
import { publicActor } from '@ropewalk/domain/permissions.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import type { CodeAwaited } from '@ropewalk/services/people/pending-sign-in.ts'
import { type SignedIn, signIn, signOut } from '@ropewalk/services/people/sign-in.ts'
import { signInWithCode } from '@ropewalk/services/people/sign-in-code.ts'
import { readLink, useLink } from '@ropewalk/services/people/use-link.ts'
import type { Context } from '@ropewalk/services/verb.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type AskerOf, askerOf } from './asker-of.ts'
import { type NetworkLimit, networkLimit } from './network-limit.ts'
import { pendingCookie, type SessionCookie, sessionCookie } from './session-cookie.ts'

export type PeopleParts = {
  database: Database
  /** The secret of the installation. */
  secret: string
  /** The public address; undefined on loopback. */
  url: string | undefined
  now: () => Date
}

/**
 * Sign-in in one or two steps and sign-out below `/api/auth`, single-use links below `/api/people/link`. Assumes the shell's refusal
 * of forged requests. Gives back who asks, for every other door.
 */
export function people(app: FastifyInstance, parts: PeopleParts): AskerOf {
  const entry: Entry = {
    ...parts,
    cookie: sessionCookie(parts.url),
    pending: pendingCookie(parts.url),
    limit: networkLimit(parts.now),
  }
  const asker = askerOf(entry)
  const visitor: Context = { ...parts, actor: publicActor, door: 'web' }
  type WithToken = { Params: { token: string } }

  app.post('/api/auth/sign-in/email', (request, reply) =>
    entering(entry, { request, reply }, (entrance) => signIn(visitor, request.body, entrance)),
  )
  app.post('/api/auth/sign-in/code', (request, reply) =>
    entering(entry, { request, reply }, (entrance) => {
      const pending = entry.pending.tokenIn(request.headers.cookie) ?? ''
      return signInWithCode(visitor, { ...Object(request.body), pending }, entrance)
    }),
  )
  app.post('/api/auth/sign-out', async (request, reply) => {
    const { actor, session } = await asker(request)
    if (actor.kind === 'person') await signOut.run({ ...visitor, actor, session }, undefined)
    reply.header('set-cookie', entry.cookie.gone)
    return {}
  })
  app.get<WithToken>('/api/people/link/:token', ({ params }) => readLink.run(visitor, params))
  app.post<WithToken>('/api/people/link/:token', (request, reply) =>
    entering(entry, { request, reply }, (entrance) => {
      const given = { ...Object(request.body), token: request.params.token }
      return useLink(visitor, given, entrance)
    }),
  )
  return asker
}

type Entry = PeopleParts & {
  cookie: SessionCookie
  pending: SessionCookie
  limit: NetworkLimit
}
type Exchange = { request: FastifyRequest; reply: FastifyReply }
type Entrance = Parameters<typeof signIn>[2]

async function entering(
  { secret, cookie, pending, limit }: Entry,
  { request, reply }: Exchange,
  enter: (entrance: Entrance) => Promise<SignedIn | CodeAwaited>,
) {
  const from = { networkAddress: request.ip, browser: request.headers['user-agent'] ?? '' }
  try {
    limit.take(request.ip)
    const entered = await enter({ secret, from })
    limit.giveBack(request.ip)
    if ('pending' in entered) {
      reply.header('set-cookie', pending.holding(entered.pending.token))
      return { needsCode: true }
    }
    reply.header('set-cookie', cookie.holding(entered.session.token))
    if (pending.tokenIn(request.headers.cookie)) reply.header('set-cookie', pending.gone)
    return { user: entered.user }
  } catch (error) {
    const seconds = retryAfter(error)
    if (seconds !== undefined) reply.header('retry-after', String(seconds))
    throw error
  }
}

const retryAfter = (error: unknown): number | undefined =>
  error instanceof Refusal && error.code === 'TOO_MANY'
    ? (error.details as { retryAfter?: number }).retryAfter
    : undefined
