import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { openEntries } from '@ropewalk/db/stored-entries.ts'
import { type AskedStretch, stretchOf } from './stretch.ts'
import type { ThreadData } from './verify-apart.ts'

// A thread of its own: stretches of the log to recompute as messages in, what they give as messages out.

const { place, isGentle }: ThreadData = workerData
// Linux alone gives each thread a priority of its own.
if (isGentle && process.platform === 'linux') setPriority(10)
const reader = openEntries(place)
reader.catch(() => undefined)

parentPort?.on('message', async (asked: AskedStretch | null) => {
  if (asked) parentPort?.postMessage(await stretchOf(await reader, asked))
  else {
    await (await reader).close()
    parentPort?.close()
  }
})
