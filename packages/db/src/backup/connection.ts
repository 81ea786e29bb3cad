import pg from 'pg'
import { refusalFor } from '../trouble.ts'

/** Runs statements on a connection of its own. */
export async function run<T>(address: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 5000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await work(client)
  } catch (error) {
    throw refusalFor(error)
  } finally {
    await client.end().catch(() => undefined)
  }
}
