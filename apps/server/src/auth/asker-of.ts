import type { Database } from '@ropewalk/db/database.ts'
import {
  type Asker,
  askerBySession,
  askerByToken,
  nobody,
} from '@ropewalk/services/people/asker.ts'
import type { FastifyRequest } from 'fastify'
import type { SessionCookie } from './session-cookie.ts'

type Parts = { database: Database; cookie: SessionCookie; now: () => Date }
export type AskerOf = (request: Pick<FastifyRequest, 'headers'>) => Promise<Asker>

/**
 * Who a request comes from: the person of its session, else the owner of its `Authorization: Bearer rw_…`, else
 * `public`. Roles and disablement are as they are at this moment. A request with an Authorization header is judged
 * by it alone.
 */
export const askerOf =
  ({ database, cookie, now }: Parts): AskerOf =>
  async ({ headers }) => {
    if (headers.authorization !== undefined) {
      const token = /^Bearer (rw_[\w-]{43})$/i.exec(headers.authorization)?.[1]
      return token === undefined ? nobody : askerByToken(database, token, now())
    }
    const token = cookie.tokenIn(headers.cookie)
    return token === undefined ? nobody : askerBySession(database, token, now())
  }
