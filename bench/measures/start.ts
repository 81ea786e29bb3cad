import { setTimeout } from 'node:timers/promises'
import { openConnection } from '../connection.ts'
import { atMost, median, type Outcome, unmeasured } from '../outcome.ts'
import { residentOf, startServer } from '../server.ts'

const rounds = 3

/** From the start command, with the web app built, to the first answer; and the memory held when nothing happens. */
export async function start(data: string): Promise<Outcome[]> {
  const times: number[] = []
  const idle: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const began = performance.now()
    const server = await startServer({
      args: ['scripts/start.ts'],
      env: { ROPEWALK_DATA: data, LOG_LEVEL: 'warn' },
    })
    const connection = await openConnection(server.port)
    const { status } = await connection.ask({ path: '/subprocessors' })
    if (status !== 200) throw new Error(`/subprocessors was answered ${status}.`)
    // The first start compiles what later ones find compiled.
    if (round > 0) times.push(performance.now() - began)
    connection.close()
    await setTimeout(2_000)
    idle.push(residentOf(server.pid) ?? Number.NaN)
    await server.stop()
  }
  return [
    atMost('start to first answer', median(times) / 1000, { most: 2, unit: 's' }),
    Number.isNaN(median(idle))
      ? unmeasured('idle memory', '≤ 200 MB', 'no /proc here')
      : atMost('idle memory', median(idle), { most: 200, unit: 'MB' }),
  ]
}
