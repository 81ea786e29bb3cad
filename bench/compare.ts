import type { Answered, Asked, Connection } from './connection.ts'
import { median } from './outcome.ts'

type Side = {
  connection: Connection
  ask: (round: number) => Asked
  check?: (answer: Answered) => void
}

/** Medians, in milliseconds, of two servers asked in turn at one connection each: what disturbs one disturbs the other. */
export async function compare(
  { product, floor }: { product: Side; floor: Side },
  { rounds, warmUp = 20 }: { rounds: number; warmUp?: number },
): Promise<{ product: number; floor: number }> {
  const times = { product: [] as number[], floor: [] as number[] }
  for (let round = 0; round < rounds + warmUp; round += 1) {
    const one = await timed(product, round)
    const other = await timed(floor, round)
    if (round < warmUp) continue
    times.product.push(one)
    times.floor.push(other)
  }
  return { product: median(times.product), floor: median(times.floor) }
}

/** Milliseconds until the whole answer is there. Refuses an answer that is not a success. */
export async function timed({ connection, ask, check }: Side, round: number): Promise<number> {
  const asked = ask(round)
  const start = performance.now()
  const answer = await connection.ask(asked)
  const time = performance.now() - start
  if (answer.status !== 200)
    throw new Error(
      `${asked.path} was answered ${answer.status}: ${answer.body.toString().slice(0, 300)}`,
    )
  check?.(answer)
  return time
}
