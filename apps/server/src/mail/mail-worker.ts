import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { productActor } from '@ropewalk/domain/permissions.ts'
import {
  type Claimed,
  claimMails,
  lease,
  renewClaim,
} from '@ropewalk/services/mails/claim-mails.ts'
import { purgeMails } from '@ropewalk/services/mails/purge-mails.ts'
import { recordAttempt } from '@ropewalk/services/mails/record-attempt.ts'
import type { Context } from '@ropewalk/services/verb.ts'
import type { Logger } from '../logger.ts'
import { abreast, type Deliverer } from './delivery.ts'
import type { Delivery } from './outcome.ts'

type Parts = Pick<Context, 'database' | 'now' | 'secret'> & {
  deliver: Deliverer['deliver']
  log: Pick<Logger, 'info' | 'warn' | 'error'>
  /** Milliseconds between two looks into an outbox where nothing is due. */
  every?: number
}

export type MailWorker = {
  /** Ends when the mails under way are recorded. */
  stop: () => Promise<void>
}

/** Sends what is due in the outbox, a few at a time, beside the workers of other instances. */
export function mailWorker(parts: Parts): MailWorker {
  const { log, every = 1_000 } = parts
  const by = randomUUID()
  const underWay = new Set<Promise<void>>()
  const stopping = new AbortController()
  let stopped = false
  let wake = () => {}
  const purge = () =>
    purgeMails(parts).catch((err: unknown) => log.error({ err }, 'old mails were not removed'))
  const purging = setInterval(purge, 3_600_000).unref()

  const turn = async () => {
    const most = abreast - underWay.size
    const claimed = most > 0 ? await claimMails(parts, { by, most }) : []
    for (const mail of claimed) {
      const sending = sendOne(parts, { by, mail, stopping: stopping.signal }).finally(() => {
        underWay.delete(sending)
        wake()
      })
      underWay.add(sending)
    }
  }
  const running = (async () => {
    await purge()
    while (!stopped) {
      await turn().catch((err: unknown) => log.error({ err }, 'the outbox could not be read'))
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, every)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
        if (stopped) wake()
      })
    }
    await Promise.all(underWay)
  })()
  return {
    async stop() {
      stopped = true
      stopping.abort()
      clearInterval(purging)
      wake()
      await running
    },
  }
}

type Attempted = { by: string; mail: Claimed; stopping: AbortSignal }

/**
 * One attempt, its claim renewed until what became of it is recorded: else it would be made once more. When the worker
 * stops before that, another takes it once the claim has lapsed.
 */
async function sendOne(
  { deliver, log, ...sender }: Parts,
  { by, mail, stopping }: Attempted,
): Promise<void> {
  const { id, attempt } = mail
  const renewing = setInterval(() => {
    renewClaim(sender, { id, by }).catch((err: unknown) =>
      log.warn({ err, mail: id }, 'the claim of a mail was not renewed'),
    )
  }, lease / 4)
  try {
    const delivery: Delivery =
      'mail' in mail ? await deliver(mail.mail) : { outcome: 'refused', detail: mail.unsendable }
    const given = { id, by, attempt, ...delivery }
    const record = () => recordAttempt.run({ ...sender, actor, door: 'job' }, given)
    const state = await untilDone(record, (err) => {
      if (stopping.aborted) throw err
      log.warn({ err, mail: id }, 'what became of a mail is not recorded yet')
      return wait(5_000, undefined, { signal: stopping }).catch(() => undefined)
    })
    if (state === 'dead') log.error({ mail: id, attempt }, 'a mail was given up')
    else if (delivery.outcome === 'failed') log.warn({ mail: id, attempt }, 'a mail was not sent')
  } catch (err) {
    log.error({ err, mail: id }, 'what became of a mail was not recorded')
  } finally {
    clearInterval(renewing)
  }
}

async function untilDone<T>(
  run: () => Promise<T>,
  failed: (error: unknown) => Promise<unknown>,
): Promise<T> {
  for (;;) {
    try {
      return await run()
    } catch (error) {
      await failed(error)
    }
  }
}

const actor = productActor()
