import { Refusal } from '@ropewalk/domain/refusal.ts'
import type { Context } from '@ropewalk/services/verb.ts'
import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from '@trpc/server/adapters/fastify'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type AppRouter, appRouter } from './router.ts'
import { statusOfErrors } from './trpc.ts'

type Door = {
  context: (request: FastifyRequest) => Promise<Context>
}

/** The verbs of the register at `/api/trpc/<noun>.<verb>`, at most 20 in a batch. */
export function openTrpc(app: FastifyInstance, { context }: Door): void {
  const trpcOptions: FastifyTRPCPluginOptions<AppRouter>['trpcOptions'] = {
    router: appRouter,
    maxBatchSize: 20,
    createContext: async ({ req }) => ({
      ...(await context(req)),
      earlier: [req.headers['ropewalk-as-of']].flat().at(-1),
    }),
    responseMeta({ errors }) {
      const status = statusOfErrors(errors)
      return status ? { status } : {}
    },
    onError({ error, req, path }) {
      if (error.code === 'INTERNAL_SERVER_ERROR' && !(error.cause instanceof Refusal))
        req.log.error({ err: error.cause ?? error, path }, 'a verb failed')
    },
  }
  app.register(fastifyTRPCPlugin, { prefix: '/api/trpc', trpcOptions })
}
