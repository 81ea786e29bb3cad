import type pg from 'pg'
import { writersLock } from '../postgres.ts'
import { run } from './connection.ts'
import { tableNames } from './parts.ts'
import { homeOf } from './schemas.ts'

type Swap = {
  address: string
  /** The schema of the new register; it is gone afterwards. */
  schema: string
  /** The schema that what was there is moved to. */
  aside: string
}

/** In one transaction: what was there goes to a schema aside, the new register takes its place. False: nothing was there. */
export async function swapPostgres({ address, schema, aside }: Swap): Promise<boolean> {
  const home = await homeOf(address)
  return run(address, async (client) => {
    await client.query('BEGIN')
    await client.query('select pg_advisory_xact_lock($1)', [writersLock])
    const before = await tablesIn(client, home)
    if (before.length > 0) {
      await client.query(`create schema "${aside}"`)
      await move(client, { tables: before, from: home, to: aside })
    }
    await move(client, { tables: await tablesIn(client, schema), from: schema, to: home })
    await client.query(`drop schema "${schema}"`)
    await client.query('COMMIT')
    return before.length > 0
  })
}

// Others may keep tables in the same schema: only ours are moved.
async function tablesIn(client: pg.Client, schema: string): Promise<string[]> {
  const ours = [...tableNames('postgres'), 'search', 'migrations', 'history_before_log']
  const { rows } = await client.query<{ name: string }>(
    'select tablename as name from pg_tables where schemaname = $1 and tablename = any($2)',
    [schema, ours],
  )
  return rows.map(({ name }) => name)
}

type Move = { tables: readonly string[]; from: string; to: string }

async function move(client: pg.Client, { tables, from, to }: Move) {
  const { rows } = await client.query<{ name: string }>(
    'select distinct quote_ident(p.proname) as name from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid join pg_namespace n on n.oid = p.pronamespace where not t.tgisinternal and n.nspname = $1 and c.relnamespace = n.oid and c.relname = any($2)',
    [from, tables],
  )
  for (const { name } of rows)
    await client.query(`alter function "${from}".${name}() set schema "${to}"`)
  for (const name of tables)
    await client.query(`alter table "${from}"."${name}" set schema "${to}"`)
}
