import { productActor } from '@ropewalk/domain/permissions.ts'
import { askReviews } from '@ropewalk/services/reviews/weekly.ts'
import type { Context } from '@ropewalk/services/verb.ts'
import type { Logger } from './logger.ts'

type Asking = Pick<Context, 'database' | 'now' | 'secret' | 'mailing'> & {
  log: Pick<Logger, 'error'>
}

/** Asks each hour whether a week has begun, the first time five minutes after the start. Gives the timers. */
export function askingReviews(parts: () => Asking): NodeJS.Timeout[] {
  const ask = () => {
    const { log, ...context } = parts()
    askReviews
      .run({ ...context, door: 'job', actor: productActor() }, undefined)
      .catch((err: unknown) => log.error({ err }, 'what is due could not be mailed'))
  }
  return [setTimeout(ask, 300_000).unref(), setInterval(ask, 3_600_000).unref()]
}
