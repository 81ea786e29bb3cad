import { type Context, permit } from '@ropewalk/services/verb.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { keptMail } from './kept-mails.ts'
import type { Settings } from './settings.ts'

type Door = {
  context: (request: FastifyRequest) => Promise<Context>
  settings: Pick<Settings, 'data'>
}

/** `/api/mails/<file>`: one kept mail as a file (RFC 5322), for the administrator. */
export function openKeptMails(app: FastifyInstance, { context, settings }: Door): void {
  const config = { verb: 'mails.read' }
  app.get<{ Params: { file: string } }>('/api/mails/:file', { config }, async (request, reply) => {
    const { actor } = await context(request)
    permit(actor, 'mail:read')
    const { file } = request.params
    const message = await keptMail(settings.data, file)
    return reply
      .header('content-disposition', `attachment; filename="${file}"`)
      .header('cache-control', 'no-store')
      .type('message/rfc822')
      .send(message)
  })
}
