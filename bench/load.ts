import { type Asked, openConnection } from './connection.ts'

/** Requests per second that a server answers at so many connections, over so many milliseconds. */
export async function requestsPerSecond(
  port: number,
  asked: Asked,
  { connections, milliseconds }: { connections: number; milliseconds: number },
): Promise<number> {
  const opened = await Promise.all(Array.from({ length: connections }, () => openConnection(port)))
  const start = performance.now()
  const end = start + milliseconds
  const counts = await Promise.all(
    opened.map(async (connection) => {
      let answered = 0
      while (performance.now() < end) {
        const { status } = await connection.ask(asked)
        if (status !== 200) throw new Error(`${asked.path} was answered ${status}.`)
        answered += 1
      }
      return answered
    }),
  )
  const seconds = (performance.now() - start) / 1000
  for (const connection of opened) connection.close()
  return counts.reduce((sum, count) => sum + count, 0) / seconds
}
