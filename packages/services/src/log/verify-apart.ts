import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Place } from '@ropewalk/db/stored-entries.ts'
import type { Head } from '@ropewalk/log/verifier.ts'
import type { AskedStretch, Stretch } from './stretch.ts'
import { joining } from './stretches-joined.ts'

/** What a thread is started with. */
export type ThreadData = { place: Place /** Gives way to whatever else runs. */; isGentle: boolean }
export type Apart = {
  threads: number
  /** Entries a stretch, a power of two. */
  stretch: number
  /** A shorter log is not worth starting threads. */
  shortest: number
  isGentle: boolean
}
type Log = { place: Place; size: number; heads: readonly Head[] }

const most = 4

export const apartAsUsual: Apart = {
  threads: Math.min(most, availableParallelism()),
  stretch: 4096,
  shortest: 20_000,
  isGentle: false,
}

/**
 * Recomputes a log of entries 1 to `size` by threads that each read stretches of it by themselves: its root when all
 * agrees, in the log and with earlier heads. Undefined when anything does not, or when threads cannot do it: then it is
 * to be gone through by one, which names what is wrong.
 */
export async function rootApart(
  { place, size, heads }: Log,
  { threads, stretch, isGentle }: Apart,
): Promise<Uint8Array | undefined> {
  const sizes = [...new Set(heads.map((head) => head.size))].toSorted((one, other) => one - other)
  const whole = joining(heads)
  const waiting = new Map<number, Stretch>()
  let asked = 0
  let joined = 0
  let agrees = true

  const work = async (ask: Thread['ask']) => {
    while (agrees && asked < size) {
      const from = asked
      const to = Math.min(size, from + stretch)
      asked = to
      const within = sizes.filter((each) => each > from && each < to)
      const found = await ask({ from, to, sizes: within })
      if (found) waiting.set(from, found)
      else agrees = false
      for (let next = waiting.get(joined); agrees && next; next = waiting.get(joined)) {
        waiting.delete(joined)
        joined = Math.min(size, joined + stretch)
        agrees = whole.take(next)
      }
    }
  }

  const { engine, place: at } = place
  const data: ThreadData = { place: { engine, place: at }, isGentle }
  const started = Array.from({ length: threads }, () => threadOf(data))
  try {
    await Promise.all(started.map(({ ask }) => work(ask)))
    return agrees ? whole.finish() : undefined
  } catch {
    return undefined
  } finally {
    agrees = false
    await Promise.all(started.map(({ end }) => end()))
  }
}

type Thread = {
  ask(asked: AskedStretch): Promise<Stretch | undefined>
  /** Waits for what is under way. */
  end(): Promise<void>
}

function threadOf(workerData: ThreadData): Thread {
  const worker = new Worker(new URL(import.meta.resolve('./verify-thread.ts')), { workerData })
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  const failed = new Promise<never>((_, reject) => {
    worker.on('error', reject)
    worker.once('exit', () => reject(new Error('A thread ended before it answered.')))
  })
  failed.catch(() => undefined)
  return {
    ask(asked) {
      const told = new Promise<Stretch | undefined>((resolve) => worker.once('message', resolve))
      worker.postMessage(asked)
      return Promise.race([told, failed])
    },
    end() {
      worker.postMessage(null)
      return ended
    },
  }
}
