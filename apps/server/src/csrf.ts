import { both } from '@ropewalk/domain/words.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Address } from './address.ts'
import { tell } from './answer.ts'
import { type Trouble, troubleWith, wrongType } from './trouble.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Acts without a person's cookie, such as a one-click unsubscription that a mail provider posts. */
    fromAnywhere?: boolean
    /** Answers under any Host: probes reach it by the machine's address. */
    anyHost?: boolean
  }
}

/** Refuses requests under a name that is not ours, and changes that another site's page asks for. */
export function refuseForgeries(app: FastifyInstance, address: Address): void {
  app.addHook('onRequest', (request, reply, done) => {
    const trouble = misdirected(request, address) ?? forged(request, address) ?? mistyped(request)
    if (trouble) tell(trouble, request, reply)
    else done()
  })
}

const misdirected = (request: FastifyRequest, address: Address): Trouble | undefined =>
  request.routeOptions.config.anyHost || address.answersTo(request.headers.host)
    ? undefined
    : troubleWith(421, 'INVALID', otherName)

function forged(request: FastifyRequest, address: Address): Trouble | undefined {
  if (isSafe(request) || request.routeOptions.config.fromAnywhere) return undefined
  const { origin, authorization, cookie, 'sec-fetch-site': site } = request.headers
  if (site !== undefined) return site === 'same-origin' ? undefined : elsewhere
  if (origin !== undefined) return address.origins().has(origin) ? undefined : elsewhere
  const isProgram = /^Bearer \S/i.test(authorization ?? '') && cookie === undefined
  return isProgram ? undefined : elsewhere
}

/** A form of another site can send everything but JSON. */
function mistyped(request: FastifyRequest): Trouble | undefined {
  const route = request.routeOptions.url ?? ''
  if (isSafe(request) || !jsonOnly.some((prefix) => route.startsWith(prefix))) return undefined
  const type = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase()
  return type === 'application/json' ? undefined : troubleWith(415, 'INVALID', wrongType)
}

const isSafe = ({ method }: FastifyRequest) =>
  method === 'GET' || method === 'HEAD' || method === 'OPTIONS'

const jsonOnly = ['/api/trpc', '/api/auth', '/api/people', '/api/reconciliation']

const otherName = both(
  'Ropewalk does not answer under this name. The address that people use belongs in ROPEWALK_URL.',
  'Ropewalk ne répond pas sous ce nom. L’adresse que les gens utilisent doit figurer dans ROPEWALK_URL.',
)
const elsewhere = troubleWith(
  403,
  'FORBIDDEN',
  both(
    'This change was asked for by a page that is not Ropewalk’s, so nothing was done. Open Ropewalk at its own address and try again.',
    'Cette modification vient d’une page qui n’est pas celle de Ropewalk : rien n’a été fait. Ouvrez Ropewalk à sa propre adresse et réessayez.',
  ),
)
