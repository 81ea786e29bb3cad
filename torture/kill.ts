import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { signIn, startProduct } from '../bench/server.ts'
import { faultsIn } from './faults.ts'
import type { Folders } from './register.ts'
import { result } from './results.ts'
import { type Acknowledged, writeStream } from './writers.ts'

/** `kill -9` of the real server while changes stream in; then a start on what is left. */
export async function kills({ fresh }: Folders, rounds: number): Promise<void> {
  const data = fresh()
  const acknowledged: Acknowledged[] = []
  let server = await startProduct(data)
  const cookie = await signIn(server.port)
  for (let round = 1; round <= rounds; round += 1) {
    const before = acknowledged.length
    const killed = server.kill
    let isAlive = true
    const refusals: string[] = []
    const writing = writeStream({
      port: server.port,
      cookie,
      acknowledged,
      goOn: () => isAlive,
    }).catch((error: Error) => {
      if (isAlive) refusals.push(error.message)
    })
    await soMany(() => acknowledged.length - before, 20 + ((round * 7) % 30))
    // Each round ends at another point of a change.
    await setTimeout((round * 13) % 17)
    isAlive = false
    await killed()
    await writing
    server = await startProduct(data)
    const faults = [...refusals, ...(await faultsIn(join(data, 'ropewalk.db'), acknowledged))]
    const news = acknowledged.length - before
    if (news === 0) faults.push('no change was acknowledged, so nothing was tried')
    result(`kill -9, round ${round}`, faults, `${news} changes acknowledged, none lost`)
  }
  await server.stop()
}

/** Waits until there are so many, or for five seconds. */
async function soMany(count: () => number, wanted: number): Promise<void> {
  for (let tries = 0; tries < 2_500 && count() < wanted; tries += 1) await setTimeout(2)
}
