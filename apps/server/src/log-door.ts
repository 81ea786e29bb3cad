import { publicKeyOf, verifierText } from '@ropewalk/log/keys.ts'
import type { HeadKeeper, Heads } from '@ropewalk/services/log/heads.ts'
import type { Proofs } from '@ropewalk/services/log/proofs.ts'
import type { Context } from '@ropewalk/services/verb.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { keptFor } from './safety.ts'

type Door = {
  keeper: HeadKeeper
  heads: Heads
  proofs: Proofs
  context: (request: FastifyRequest) => Promise<Context>
}
type Span = { Querystring: { from?: unknown; to?: unknown } }
type One = { Params: { seq: string } }

/**
 * For everyone: the newest signed head of the log (C2SP tlog-checkpoint), the key that signs it, and proofs that one
 * head continues another. For who is told of it: one entry with its proof. A head is as old as the last one made: hourly,
 * at each export, at stop.
 */
export function openLog(app: FastifyInstance, { keeper, heads, proofs, context }: Door) {
  app.get('/log/checkpoint', async (_, reply) =>
    forEveryone(reply, 60)
      .type('text/plain; charset=utf-8')
      .send((await keeper.last()) ?? (await heads.make())),
  )
  app.get('/.well-known/ropewalk-log-key', (_, reply) =>
    forEveryone(reply, 3600)
      .type('text/plain; charset=utf-8')
      .send(`${verifierText(publicKeyOf(keeper.key))}\n`),
  )
  app.get<Span>('/log/consistency', async ({ query: { from, to } }, reply) => {
    const shown = await proofs.consistency({ from, to })
    return forEveryone(reply, to === undefined ? 60 : 'ever').send(shown)
  })
  const config = { verb: 'log.proof' }
  app.get<One>('/log/entries/:seq/proof', { config }, async (request) =>
    proofs.entry(await context(request), request.params.seq),
  )
}

const forEveryone = (reply: FastifyReply, seconds: number | 'ever') =>
  keptFor(reply.header('access-control-allow-origin', '*'), seconds)
