import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { type Connection, openConnection } from '../connection.ts'
import { atMost, median, type Outcome, percentile, unmeasured } from '../outcome.ts'
import { posted, residentOf, type Server, signIn, startProduct, verb } from '../server.ts'

const days = { from: '2025-10-01', to: '2026-09-30' }

/** The evidence pack of a year by the button's address: how long it takes, the memory of its process, and others meanwhile. */
export async function pack(data: string): Promise<Outcome[]> {
  const product = await startProduct(data)
  const cookie = await signIn(product.port)
  const [asking, other] = await Promise.all([
    openConnection(product.port),
    openConnection(product.port),
  ])
  const waits: number[] = []
  let most = 0
  let isMaking = true
  const others = async () => {
    for (let round = 0; isMaking; round += 1) {
      const id = `PA-${String(1 + (round % 9_999)).padStart(4, '0')}`
      const start = performance.now()
      const { status } = await other.ask(verb('activities.read', { id }, cookie))
      if (status !== 200) throw new Error(`A read was answered ${status}.`)
      waits.push(performance.now() - start)
      most = Math.max(most, ...childrenOf(product.pid).map((pid) => residentOf(pid) ?? 0))
      await setTimeout(5)
    }
  }
  try {
    const began = performance.now()
    const [seconds] = await Promise.all([
      made(asking, product, cookie)
        .then(() => (performance.now() - began) / 1000)
        .finally(() => {
          isMaking = false
        }),
      others(),
    ])
    return [
      atMost('evidence pack of a year', seconds, { most: 30, unit: 's' }),
      most === 0
        ? unmeasured('memory of the process that draws it', '≤ 500 MB', 'no /proc here')
        : atMost('memory of the process that draws it', most, { most: 500, unit: 'MB' }),
      {
        ...atMost('others’ answers meanwhile, 99th percentile', percentile(waits, 99), {
          most: 100,
          unit: 'ms',
        }),
        note: `${waits.length} answers, median ${median(waits).toFixed(1)} ms, longest ${Math.max(...waits).toFixed(0)} ms`,
      },
    ]
  } finally {
    isMaking = false
    for (const connection of [asking, other]) connection.close()
    await product.stop()
  }
}

async function made(asking: Connection, { port }: Server, cookie: string): Promise<void> {
  const { status, headers, body } = await asking.ask(
    posted('/exports/pack', days, { port, cookie }),
  )
  const path = headers.get('location')
  if (status !== 202 || !path) throw new Error(`The pack was answered ${status}: ${body}`)
  for (;;) {
    await setTimeout(100)
    const answer = await asking.ask({ path, headers: { cookie } })
    const { state, message } = JSON.parse(answer.body.toString())
    if (state === 'done') return
    if (state !== 'running') throw new Error(`The pack is ${state}: ${message}`)
  }
}

/** The processes that a process started, where /proc tells. */
function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8')
        .split(' ')
        .filter(Boolean)
        .map(Number),
    )
  } catch {
    return []
  }
}
