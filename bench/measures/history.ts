import { join } from 'node:path'
import { openSqlite } from '@ropewalk/db/sqlite.ts'
import { verifyLive } from '@ropewalk/services/log/verify-live.ts'
import { type Asked, openConnection } from '../connection.ts'
import { atLeast, atMost, median, type Outcome } from '../outcome.ts'
import { at, days } from '../register/history.ts'
import { signIn, startProduct, verb } from '../server.ts'

/** What an auditor asks of a log of two years: an earlier day not asked for before, two days compared, all of it verified. */
export async function history(data: string): Promise<Outcome[]> {
  const rate = await verified(join(data, 'ropewalk.db'))
  const product = await startProduct(data)
  const cookie = await signIn(product.port)
  const connection = await openConnection(product.port)
  const took = async (asked: Asked) => {
    const start = performance.now()
    const { status, body } = await connection.ask(asked)
    if (status !== 200) throw new Error(`Answered ${status}: ${body.toString().slice(0, 300)}`)
    return performance.now() - start
  }
  try {
    const earlier: number[] = []
    for (const share of [0.2, 0.5, 0.8]) {
      const asked = verb('activities.list', {}, cookie)
      const headers = { ...asked.headers, 'ropewalk-as-of': dayAt(share) }
      earlier.push(await took({ ...asked, headers }))
    }
    const compared: number[] = []
    for (const [from, to] of [
      [0.1, 0.2],
      [0.4, 0.9],
      [0.01, 0.99],
    ] as const) {
      const input = { from: dayAt(from), to: dayAt(to), language: 'en' }
      compared.push(await took(verb('log.differences', input, cookie)))
    }
    return [
      atLeast('verification of the whole log', rate, { least: 100_000, unit: 'entries/s' }),
      atMost('first list of an earlier day', median(earlier), { most: 1_000, unit: 'ms' }),
      atMost('differences of two days', median(compared), { most: 2_000, unit: 'ms' }),
    ]
  } finally {
    connection.close()
    await product.stop()
  }
}

async function verified(file: string): Promise<number> {
  const database = openSqlite(file)
  try {
    const rates: number[] = []
    for (let round = 0; round < 3; round += 1) {
      const start = performance.now()
      const { entries, faults } = await verifyLive(database, [])
      if (faults.length > 0) throw new Error(`The log has ${faults.length} faults.`)
      rates.push((entries / (performance.now() - start)) * 1000)
    }
    return median(rates)
  } finally {
    await database.close()
  }
}

const dayAt = (share: number): string =>
  new Date(Date.parse(at) + Math.round(share * days) * 86_400_000).toISOString().slice(0, 10)
