import { publicKeyOf, verifierText } from '@ropewalk/log/keys.ts'
import type { HeadKeeper, Heads } from '@ropewalk/services/log/heads.ts'
import type { FastifyInstance } from 'fastify'

/**
 * For everyone: the newest signed head of the log (C2SP tlog-checkpoint) and the key that signs it. A head is as old
 * as the last one made: hourly, at each export, at stop.
 */
export function openLog(
  app: FastifyInstance,
  { keeper, heads }: { keeper: HeadKeeper; heads: Heads },
) {
  app.get('/log/checkpoint', async (_, reply) => {
    reply.header('access-control-allow-origin', '*').header('cache-control', 'public, max-age=60')
    return reply
      .type('text/plain; charset=utf-8')
      .send((await keeper.last()) ?? (await heads.make()))
  })
  app.get('/.well-known/ropewalk-log-key', (_, reply) => {
    reply.header('access-control-allow-origin', '*').header('cache-control', 'public, max-age=3600')
    return reply
      .type('text/plain; charset=utf-8')
      .send(`${verifierText(publicKeyOf(keeper.key))}\n`)
  })
}
