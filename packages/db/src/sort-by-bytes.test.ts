import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { migratePostgres } from './migrate.ts'
import { openPostgres } from './postgres.ts'
import { type PostgresServer, startPostgres } from './test-postgres.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.stop())

it('sorts texts by their bytes in a database that sorts by a language', async () => {
  const address = await server.create('swedish', "locale_provider icu icu_locale 'sv-SE'")
  await migratePostgres(address)
  await migratePostgres(address)
  const database = openPostgres(address)
  const keys = ['Ö', 'a', 'B', '_', 'Z']
  const sorted = await database.writing(async (db) => {
    for (const key of keys) await db.run(sql`insert into facts (key, value) values (${key}, '')`)
    return db.rows<{ key: string }>(sql`select key from facts where key in ${keys} order by key`)
  })
  const left = await database.reading((db) =>
    db.rows(
      sql`select attname from pg_attribute a join pg_class c on c.oid = a.attrelid where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attcollation = 100`,
    ),
  )
  await database.close()
  expect(sorted.map(({ key }) => key)).toEqual(['B', 'Z', '_', 'a', 'Ö'])
  expect(left).toEqual([])
})
