import type pg from 'pg'

/**
 * Makes every text of the register sort by its bytes, as SQLite sorts it, where the database sorts by a language's
 * order: what follows, precedes and comes first is then the same on both engines. Within the transaction that migrates.
 */
export async function sortByBytes(client: pg.Client): Promise<void> {
  if ((await client.query(alreadyByBytes)).rowCount === 1) return
  const { rows } = await client.query<{ change: string }>(changes)
  for (const { change } of rows) await client.query(change)
}

const alreadyByBytes =
  "select 1 from pg_database where datname = current_database() and datlocprovider = 'c' and datcollate in ('C', 'POSIX')"

const changes = `select format('alter table %s %s', a.attrelid::regclass, string_agg(format('alter column %I type text collate "C"', a.attname), ', ')) as change
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace and a.attnum > 0 and not a.attisdropped
    and a.atttypid = 'text'::regtype and a.attcollation = 'pg_catalog."default"'::regcollation
  group by a.attrelid`
