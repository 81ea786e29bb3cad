import type { Logger } from './logger.ts'

const every = 15_000

/**
 * Brings what is due into effect when the server starts and every 15 seconds after, one run at a time. What fails is
 * told and tried again; several instances may do the same at once.
 */
export function effectsKeeper(
  take: () => Promise<readonly string[]>,
  log: Pick<Logger, 'info' | 'error'>,
) {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  const run = () => {
    running ??= take()
      .then(
        (changes) => {
          if (changes.length > 0) log.info({ changes }, 'changes took effect')
        },
        (err: unknown) => log.error({ err }, 'changes that are due could not take effect'),
      )
      .finally(() => {
        running = undefined
      })
    return running
  }
  return {
    start: async () => {
      await run()
      timer = setInterval(() => void run(), every).unref()
    },
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}
