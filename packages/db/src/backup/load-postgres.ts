import type pg from 'pg'
import { migratePostgres } from '../migrate.ts'
import { type Migration, migrationsOf } from '../migrations.ts'
import { run } from './connection.ts'
import { type Load, safeName } from './load.ts'
import type { ColumnKind, Part, Row } from './parts.ts'
import { homeOf, inSchema } from './schemas.ts'

type Scratch = { address: string; schema: string }

/**
 * A schema of its own beside the register's, at the state of `migrations`, filled by `fill` and brought up to date.
 * What a schema of that name held is dropped. The address of the register in it.
 */
export async function loadPostgres(
  { address, schema }: Scratch,
  migrations: readonly Migration[],
  fill: (load: Load) => Promise<void>,
): Promise<string> {
  const home = await homeOf(address)
  await dropSchema({ address, schema })
  await run(address, async (client) => {
    // Where the register is, not in the schema that is taken away again.
    await client.query(`create extension if not exists pg_trgm schema "${home}"`)
    await client.query(`create schema ${safeName(schema)}`)
  })
  const there = inSchema(address, schema, home)
  await migratePostgres(there, inPlaceOf(migrations, schema))
  await run(there, async (client) => {
    await client.query('BEGIN')
    const links = await takeLinks(client, schema)
    await fill((part, rows) => insert(client, part, rows))
    for (const add of links) await client.query(add)
    await client.query('COMMIT')
  })
  await migratePostgres(there, inPlaceOf(migrationsOf('postgres'), schema))
  return there
}

/** Generated links name the schema of the register: they would lead from the scratch tables into the standing ones. */
const inPlaceOf = (migrations: readonly Migration[], schema: string): Migration[] =>
  migrations.map(({ statements, ...migration }) => ({
    ...migration,
    statements: statements.map((each) => each.replaceAll('"public".', `"${schema}".`)),
  }))

export const dropSchema = ({ address, schema }: Scratch): Promise<void> =>
  run(address, async (client) => {
    await client.query(`drop schema if exists ${safeName(schema)} cascade`)
  })

/** Drops the schemas of a prefix whose name comes before another: what killed trials left behind. */
export const dropSchemasBefore = (address: string, prefix: string, name: string): Promise<void> =>
  run(address, async (client) => {
    const { rows } = await client.query<{ schema: string }>(
      'select nspname as schema from pg_namespace where starts_with(nspname, $1) and nspname < $2 collate "C"',
      [prefix, name],
    )
    for (const { schema } of rows)
      await client.query(`drop schema if exists ${safeName(schema)} cascade`)
  })

/** Links are checked as a whole at the end: rows come in an order that does not know them. How to put them back. */
async function takeLinks(client: pg.Client, schema: string): Promise<string[]> {
  const found = await client.query<{ table: string; name: string; definition: string }>(
    "select c.conrelid::regclass::text as table, quote_ident(c.conname) as name, pg_get_constraintdef(c.oid) as definition from pg_constraint c join pg_namespace n on n.oid = c.connamespace where c.contype = 'f' and n.nspname = $1",
    [schema],
  )
  for (const { table, name } of found.rows)
    await client.query(`alter table ${table} drop constraint ${name}`)
  return found.rows.map(
    ({ table, name, definition }) => `alter table ${table} add constraint ${name} ${definition}`,
  )
}

const types: Record<ColumnKind, string> = {
  text: 'text',
  integer: 'bigint',
  yesNo: 'boolean',
  json: 'jsonb',
}

async function insert(client: pg.Client, { name, columns }: Part, rows: readonly Row[]) {
  const names = columns.map((column) => safeName(column.name))
  const typed = columns.map(({ kind }, at) => `${names[at]} ${types[kind]}`)
  const objects = rows.map((row) =>
    Object.fromEntries(columns.map((column, at) => [column.name, row[at]])),
  )
  await client.query(
    `insert into ${safeName(name)} (${names}) select ${names} from json_to_recordset($1::json) as given(${typed})`,
    [JSON.stringify(objects)],
  )
}
