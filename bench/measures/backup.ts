import { spawn } from 'node:child_process'
import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Connection, openConnection } from '../connection.ts'
import { atMost, median, type Outcome, percentile } from '../outcome.ts'
import { posted, root, signIn, startProduct, verb } from '../server.ts'

const most = 50

/** How long readers and a writer wait while a backup is made beside the server, and with nothing beside it. */
export async function backup(data: string): Promise<Outcome[]> {
  const product = await startProduct(data)
  const cookie = await signIn(product.port)
  const [reading, writing] = await Promise.all([
    openConnection(product.port),
    openConnection(product.port),
  ])
  const asker: Asker = { reading, writing, port: product.port, cookie, version: 0 }
  const file = join(data, 'bench.zip')
  try {
    await asked(asker, () => setTimeout(1_000))
    const alone = await asked(asker, () => setTimeout(10_000))
    const began = performance.now()
    const beside = await asked(asker, () => made(data, file))
    const seconds = (performance.now() - began) / 1000
    const megabytes = statSync(file).size / 1_000_000
    const note = (kind: keyof Waits) =>
      `${beside[kind].length} answers, median ${median(beside[kind]).toFixed(1)} ms, 99th percentile ${percentile(beside[kind], 99).toFixed(1)} ms; alone at worst ${Math.max(...alone[kind]).toFixed(1)} ms; ${seconds.toFixed(0)} s, ${megabytes.toFixed(0)} MB`
    return [
      {
        ...atMost('longest read beside a backup', Math.max(...beside.reads), { most, unit: 'ms' }),
        note: note('reads'),
      },
      {
        ...atMost('longest change beside a backup', Math.max(...beside.writes), {
          most,
          unit: 'ms',
        }),
        note: note('writes'),
      },
    ]
  } finally {
    rmSync(file, { force: true })
    for (const connection of [reading, writing]) connection.close()
    await product.stop()
  }
}

type Waits = { reads: number[]; writes: number[] }
type Asker = {
  reading: Connection
  writing: Connection
  port: number
  cookie: string
  version: number
}

async function asked(asker: Asker, meanwhile: () => Promise<unknown>): Promise<Waits> {
  const waits: Waits = { reads: [], writes: [] }
  let isOver = false
  const { reading, writing, port, cookie } = asker
  const read = async () => {
    for (let round = 0; !isOver; round += 1) {
      const id = `PA-${String(1 + (round % 9_999)).padStart(4, '0')}`
      const begun = performance.now()
      const { status } = await reading.ask(verb('activities.read', { id }, cookie))
      if (status !== 200) throw new Error(`A read was answered ${status}.`)
      waits.reads.push(performance.now() - begun)
      await setTimeout(2)
    }
  }
  const write = async () => {
    for (; !isOver; asker.version += 1) {
      const description = `Round ${asker.version} of the bench of backups.`
      const input = {
        id: 'PA-0002',
        version: await versionOf(asker),
        changes: { fields: { description } },
      }
      const begun = performance.now()
      const { status, body } = await writing.ask(
        posted('/api/trpc/activities.change', input, { port, cookie }),
      )
      if (status !== 200) throw new Error(`A change was answered ${status}: ${body}`)
      waits.writes.push(performance.now() - begun)
      await setTimeout(20)
    }
  }
  const both = Promise.all([read(), write()])
  await meanwhile().finally(() => {
    isOver = true
  })
  await both
  return waits
}

async function versionOf({ writing, cookie }: Asker): Promise<number> {
  const { body } = await writing.ask(verb('activities.read', { id: 'PA-0002' }, cookie))
  const version = /"version":(\d+)/.exec(body.toString())?.[1]
  return Number(version)
}

function made(data: string, file: string): Promise<void> {
  const child = spawn(process.execPath, ['apps/server/src/ropewalk.ts', 'backup', file], {
    cwd: root,
    env: { ...process.env, ROPEWALK_DATA: data },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return new Promise((resolve, reject) =>
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The backup ended with ${code}.`)),
    ),
  )
}
