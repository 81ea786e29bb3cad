import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import type { FastifyInstance } from 'fastify'

export type Health = {
  /** Rejects while the database is out of reach or not migrated; a `Refusal`'s sentence is shown. */
  ready: () => Promise<void>
  stopping: () => boolean
}

/** `/healthz`: the process answers. `/readyz`: it can do its work, or 503 with why it cannot. */
export function tellHealth(app: FastifyInstance, { ready, stopping }: Health): void {
  app.get('/healthz', { config: { anyHost: true } }, () => ({ status: 'alive' }))

  app.get('/readyz', { config: { anyHost: true } }, async (request) => {
    if (stopping()) throw new Refusal('UNAVAILABLE', isStopping)
    try {
      await within(patience, ready())
    } catch (error) {
      if (error instanceof Refusal)
        throw new Refusal('UNAVAILABLE', error.text, { values: error.values })
      request.log.warn({ err: error }, 'not ready')
      throw new Refusal('UNAVAILABLE', notReady)
    }
    return { status: 'ready' }
  })
}

const patience = 3_000

async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error('no answer in time')), milliseconds)
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

const isStopping = both('Ropewalk is stopping.', 'Ropewalk est en cours d’arrêt.')
const notReady = both('The database cannot be reached.', 'La base de données est injoignable.')
