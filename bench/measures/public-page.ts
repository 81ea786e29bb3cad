import { openConnection } from '../connection.ts'
import { requestsPerSecond } from '../load.ts'
import { startNginx } from '../nginx.ts'
import { median, type Outcome } from '../outcome.ts'
import type { Setting } from './setting.ts'

const asked = { path: '/subprocessors', headers: { 'accept-encoding': 'br' } }
const load = { connections: 10, milliseconds: 1_500 }
const rounds = 3

/** The compressed bytes of the public page, as the product answers them. */
export async function publicBytes(port: number): Promise<Buffer> {
  const connection = await openConnection(port)
  const { status, headers, body } = await connection.ask(asked)
  connection.close()
  if (status !== 200 || headers.get('content-encoding') !== 'br')
    throw new Error(
      `/subprocessors was answered ${status}, encoded ${headers.get('content-encoding')}.`,
    )
  return body
}

/** Requests a second for the public page, beside nginx with one process on the same bytes. */
export async function publicPage({
  product,
  floor,
}: Pick<Setting, 'product' | 'floor'>): Promise<Outcome> {
  const nginx = await startNginx(await publicBytes(product.port))
  const rates = { product: [] as number[], floor: [] as number[] }
  try {
    for (let round = 0; round < rounds; round += 1) {
      rates.product.push(await requestsPerSecond(product.port, asked, load))
      rates.floor.push(await requestsPerSecond(nginx?.port ?? floor.port, asked, load))
    }
  } finally {
    await nginx?.stop()
  }
  const [ours, theirs] = [median(rates.product), median(rates.floor)]
  return {
    what: `public page, ${load.connections} connections`,
    product: `${ours.toFixed(0)}/s`,
    floor: `${theirs.toFixed(0)}/s`,
    ratio: ours / theirs,
    budget: '≥ 0.5 ×',
    met: ours >= theirs / 2,
    note: nginx ? 'floor: nginx' : 'floor: a bare server, no nginx here',
  }
}
