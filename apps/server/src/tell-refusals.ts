import { everyDataset } from '@ropewalk/reports/datasets/datasets.ts'
import { tellRefusal } from '@ropewalk/services/log/tell-refusal.ts'
import type { Context } from '@ropewalk/services/verb.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { answerTo } from './answer.ts'
import { isReport } from './report-files.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the log calls that somebody asked for this address, should it be refused. */
    verb?: string
  }
}

/** Has the log told of refusals at the doors that are not tRPC's: at routes whose config names their verb. */
export function tellRefusals(
  app: FastifyInstance,
  context: (request: FastifyRequest) => Promise<Context>,
): void {
  app.setErrorHandler(async (error, request, reply) => {
    const { verb } = request.routeOptions.config
    try {
      const dataset = datasetIn(request.params)
      if (verb !== undefined) await tellRefusal(await context(request), { verb, dataset }, error)
    } catch (err) {
      request.log.error({ err }, 'a refusal could not be told')
    }
    answerTo(error, request, reply)
    return reply
  })
}

/** The dataset or report that a file was asked of; never a name that somebody made up. */
function datasetIn(params: unknown): string | undefined {
  const { file } = Object(params) as { file?: string }
  const name = file?.split('.')[0] ?? ''
  return isReport(name) || everyDataset.some(({ key }) => key === name) ? name : undefined
}
