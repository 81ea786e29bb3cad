import { later } from '../clock.ts'
/** Minutes to wait after the first, second … attempt that failed for now: nine attempts within 47 hours. */
export const waits = [1, 5, 15, 60, 180, 360, 720, 1_440] as const

/** When the next attempt is due (ISO 8601, UTC) after so many; undefined when it was the last. */
export function nextAttempt(attempts: number, now: string): string | undefined {
  const minutes = waits[attempts - 1]
  return minutes === undefined ? undefined : later(now, minutes * 60_000)
}
