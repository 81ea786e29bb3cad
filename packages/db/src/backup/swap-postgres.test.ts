import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { migratePostgres } from '../migrate.ts'
import { migrationsOf } from '../migrations.ts'
import { type PostgresServer, startPostgres } from '../test-postgres.ts'
import { run } from './connection.ts'
import { dropSchemasBefore, loadPostgres } from './load-postgres.ts'
import { swapPostgres } from './swap-postgres.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.stop())

const rows = (address: string, statement: string) =>
  run(address, async (client) => (await client.query(statement)).rows)
const linksElsewhere =
  "select conname from pg_constraint c join pg_class t on t.oid = c.confrelid where contype = 'f' and t.relnamespace <> c.connamespace"
const tablesBySchema =
  "select schemaname as schema, count(*)::int as tables from pg_tables where schemaname not in ('pg_catalog', 'information_schema') group by 1 order by 1"
const functionsBySchema =
  "select n.nspname as schema, count(*)::int as functions from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.proname like 'log_%' and n.nspname not like 'pg_%' group by 1 order by 1"

it('moves the register that stood aside and the new one into its place, links and triggers too', async () => {
  const address = await server.create('swapped')
  const schema = 'scratch'
  const fresh = () => loadPostgres({ address, schema }, migrationsOf('postgres'), async () => {})
  await fresh()
  expect(await swapPostgres({ address, schema, aside: 'nothing_was_there' })).toBe(false)
  await rows(address, "insert into facts (key, value) values ('mark', 'old')")
  await rows(address, 'create table of_others (one int)')
  await fresh()
  expect(await swapPostgres({ address, schema, aside: 'aside' })).toBe(true)
  expect(await rows(address, linksElsewhere)).toEqual([])
  const [aside, here] = await rows(address, tablesBySchema)
  expect(aside).toMatchObject({ schema: 'aside' })
  expect(here).toEqual({ schema: 'public', tables: aside.tables + 1 })
  expect(await rows(address, functionsBySchema)).toEqual([
    { schema: 'aside', functions: 4 },
    { schema: 'public', functions: 4 },
  ])
  expect(await rows(address, 'select value from facts')).toEqual([])
  expect(await rows(address, 'select value from aside.facts')).toEqual([{ value: 'old' }])
  await expect(rows(address, 'truncate entries')).rejects.toThrow('never deleted')
  // The next start finds every migration, and the aside can go without the register.
  await rows(address, 'drop schema aside cascade')
  await migratePostgres(address)
  await rows(address, "select id from search where body like '%abc%'")
})

it('drops what killed trials left behind, and nothing else', async () => {
  const address = await server.create('leftovers')
  for (const name of ['trial_1', 'trial_2', 'trial_3', 'another'])
    await rows(address, `create schema ${name}`)
  await dropSchemasBefore(address, 'trial_', 'trial_3')
  const left = await rows(
    address,
    "select nspname from pg_namespace where nspname !~ '^pg_|^info|^public'",
  )
  expect(left.map((row) => row.nspname).toSorted()).toEqual(['another', 'trial_3'])
})
