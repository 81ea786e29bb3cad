import { Refusal } from '@ropewalk/domain/refusal.ts'
import { everyDataset } from '@ropewalk/reports/datasets/datasets.ts'
import { tellRefusal } from '@ropewalk/services/log/tell-refusal.ts'
import type { Context, Door } from '@ropewalk/services/verb.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { answerTo } from './answer.ts'
import { isReport } from './report-files.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the log calls that somebody asked for this address, should it be refused. */
    verb?: string
    /** By which door; `download` where none is named. */
    door?: Door
  }
}

/** Has the log told of refusals at the doors that are not tRPC's: at routes whose config names their verb. */
export function tellRefusals(
  app: FastifyInstance,
  context: (request: FastifyRequest) => Promise<Context>,
): void {
  app.setErrorHandler(async (error, request, reply) => {
    const { verb, door = 'download' } = request.routeOptions.config
    try {
      if (verb !== undefined && error instanceof Refusal && error.code === 'FORBIDDEN') {
        const asked = { ...(await context(request)), door }
        await tellRefusal(asked, { verb, dataset: datasetIn(request.params) }, error)
      }
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
