import type { FastifyInstance } from 'fastify'
import type { Parts } from './app.ts'

/** Takes no more connections, lets the answers under way finish until the deadline (milliseconds), then closes. */
export async function stop(
  app: FastifyInstance,
  { log, close }: Pick<Parts, 'log' | 'close'>,
  deadline = 10_000,
): Promise<void> {
  const late = setTimeout(() => {
    log.warn(`answers still under way after ${deadline / 1000} s were cut`)
    app.server.closeAllConnections()
  }, deadline)
  await app.close()
  clearTimeout(late)
  await close()
  log.info('stopped')
}
