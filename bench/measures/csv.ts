import { setTimeout } from 'node:timers/promises'
import { type Asked, openConnection } from '../connection.ts'
import { columns } from '../floor/csv-cells.ts'
import { atMost, median, type Outcome, percentile, timesFloor, unmeasured } from '../outcome.ts'
import { residentOf, signIn, startProduct, verb } from '../server.ts'
import { parse } from './csv-read.ts'
import type { Setting } from './setting.ts'

const files = ['controller', 'processor'] as const
const repeats = 5

/** Both files of the record of Art. 30, which hold all activities between them, beside the same by raw statements. */
export async function csv(setting: Setting): Promise<Outcome[]> {
  const without = await bothFiles(setting, false)
  const withThem = await bothFiles(setting, true)
  const differing = await differences(setting)
  return [
    timesFloor('CSV of all activities without findings', without, 3),
    {
      ...timesFloor('CSV of all activities with findings', withThem, 6),
      note: `${differing.cells} of ${differing.of} cells differ from the floor’s`,
    },
  ]
}

async function bothFiles({ cookie, toProduct, toFloor }: Setting, findings: boolean) {
  const times = { product: [] as number[], floor: [] as number[] }
  for (let round = 0; round <= repeats; round += 1) {
    let product = 0
    let floor = 0
    for (const which of files) {
      product += await took(() => toProduct.ask(productFile(which, { cookie, findings })))
      floor += await took(() => toFloor.ask(floorFile(which, findings)))
    }
    if (round === 0) continue
    times.product.push(product)
    times.floor.push(floor)
  }
  return { product: median(times.product), floor: median(times.floor) }
}

/** A server that was idle writes files: what its memory grows by, and how long others wait meanwhile. */
export async function meanwhile(data: string): Promise<Outcome[]> {
  const product = await startProduct(data)
  const cookie = await signIn(product.port)
  const [writing, other] = await Promise.all([
    openConnection(product.port),
    openConnection(product.port),
  ])
  await setTimeout(2_000)
  const idle = residentOf(product.pid)
  const waits: number[] = []
  let most = idle ?? 0
  let isWriting = true
  const asking = (async () => {
    for (let round = 0; isWriting; round += 1) {
      const id = `PA-${String(1 + (round % 9_999)).padStart(4, '0')}`
      waits.push(await took(() => other.ask(verb('activities.read', { id }, cookie))))
      most = Math.max(most, residentOf(product.pid) ?? 0)
      await setTimeout(2)
    }
  })()
  for (let round = 0; round < repeats; round += 1)
    for (const which of files) await writing.ask(productFile(which, { cookie, findings: true }))
  isWriting = false
  await asking
  for (const connection of [writing, other]) connection.close()
  await product.stop()
  return [
    idle === undefined
      ? unmeasured('memory above idle while files are written', '≤ 100 MB', 'no /proc here')
      : {
          ...atMost('memory above idle while files are written', most - idle, {
            most: 100,
            unit: 'MB',
          }),
          note: `${idle.toFixed(0)} MB idle`,
        },
    {
      ...atMost('others’ answers meanwhile, 99th percentile', percentile(waits, 99), {
        most: 50,
        unit: 'ms',
      }),
      note: `${waits.length} answers, median ${median(waits).toFixed(1)} ms`,
    },
  ]
}

/** How many cells of the product's files differ from the floor's: they should be the same joins. */
async function differences({ cookie, toProduct, toFloor }: Setting) {
  const sum = { cells: 0, of: 0 }
  for (const which of files) {
    const ours = parse((await toProduct.ask(productFile(which, { cookie, findings: true }))).body)
    const theirs = parse((await toFloor.ask(floorFile(which, true))).body)
    if (ours.length !== theirs.length)
      throw new Error(`The files have ${ours.length} and ${theirs.length} lines.`)
    ours.forEach((row, index) => {
      row.forEach((cell, column) => {
        sum.of += 1
        if (cell !== theirs[index]?.[column]) sum.cells += 1
      })
    })
  }
  return sum
}

type Wanted = { cookie: string; findings: boolean }
const productFile = (which: (typeof files)[number], { cookie, findings }: Wanted): Asked => ({
  path: `/exports/activities-${which}.csv?profile=plain${findings ? '' : `&columns=${columns(which, false).join(',')}`}`,
  headers: { cookie },
})
const floorFile = (which: (typeof files)[number], findings: boolean): Asked => ({
  path: `/csv?which=${which}&findings=${findings ? 'yes' : 'no'}`,
})

async function took(run: () => Promise<{ status: number; body: Buffer }>): Promise<number> {
  const start = performance.now()
  const { status, body } = await run()
  if (status !== 200) throw new Error(`Answered ${status}: ${body.toString().slice(0, 300)}`)
  return performance.now() - start
}
