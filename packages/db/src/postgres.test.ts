import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { openPostgres } from './postgres.ts'
import { type PostgresServer, startPostgres } from './test-postgres.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let server: PostgresServer
let address: string
beforeAll(async () => {
  server = await startPostgres()
  address = await server.create('writers')
})
afterAll(() => server.stop())

it('reads while writers wait for another process, and writes once that is done', async () => {
  const [ours, another] = [openPostgres(address), openPostgres(address)]
  const held = Promise.withResolvers<void>()
  const begun = Promise.withResolvers<void>()
  const holding = another.writing(async () => {
    begun.resolve()
    await held.promise
  })
  await begun.promise
  const order: number[] = []
  const writes = Array.from({ length: 20 }, (_, at) => ours.writing(async () => order.push(at)))
  expect(await ours.reading((db) => db.rows(sql`select 1 as one`))).toEqual([{ one: 1 }])
  expect(order).toEqual([])
  held.resolve()
  await Promise.all([holding, ...writes])
  expect(order).toEqual(Array.from({ length: 20 }, (_, at) => at))
  await Promise.all([ours.close(), another.close()])
})

it('gives up waiting with a sentence and goes on', async () => {
  const [ours, another] = [openPostgres(address, { patience: 200 }), openPostgres(address)]
  await another.writing(async () => {
    await expect(ours.writing(async () => 'written')).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: 'The database is busy with another write. Nothing was changed; try again.',
    })
  })
  expect(await ours.writing(async () => 'written')).toBe('written')
  await Promise.all([ours.close(), another.close()])
})
