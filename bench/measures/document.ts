import { setTimeout } from 'node:timers/promises'
import { openConnection } from '../connection.ts'
import { atMost, type Outcome, percentile } from '../outcome.ts'
import { signIn, startProduct, verb } from '../server.ts'

/** The controller's record of 500 activities as PDF, and how long others wait meanwhile. */
export async function document(data: string): Promise<Outcome[]> {
  const product = await startProduct(data)
  const cookie = await signIn(product.port)
  const [writing, other] = await Promise.all([
    openConnection(product.port),
    openConnection(product.port),
  ])
  const waits: number[] = []
  let isWriting = true
  const asking = (async () => {
    while (isWriting) {
      const start = performance.now()
      await other.ask(verb('activities.read', { id: 'PA-0001' }, cookie))
      waits.push(performance.now() - start)
      await setTimeout(5)
    }
  })()
  try {
    const start = performance.now()
    const path = '/exports/record-controller.pdf'
    const { status, body } = await writing.ask({ path, headers: { cookie } })
    const took = performance.now() - start
    if (status !== 200) throw new Error(`Answered ${status}: ${body.toString().slice(0, 300)}`)
    isWriting = false
    await asking
    return [
      atMost('PDF of 500 activities', took, { most: 5_000, unit: 'ms' }),
      atMost('others’ answers meanwhile, 99th percentile', percentile(waits, 99), {
        most: 100,
        unit: 'ms',
      }),
    ]
  } finally {
    isWriting = false
    for (const connection of [writing, other]) connection.close()
    await product.stop()
  }
}
