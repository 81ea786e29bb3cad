import type { Database } from './database.ts'
import type { SqliteClient } from './sqlite.ts'

/** An entry of the log with the state beside it, as stored: a list, because an object a row costs twice as much. */
export type StoredEntry = readonly [
  seq: number,
  leaf: string,
  at: string,
  actorKind: string,
  actorId: string,
  door: string,
  verb: string,
  record: string,
  about: string,
  version: number | null,
  state: string | null,
]
export type Place = Pick<Database, 'engine' | 'place'>
export type EntryReader = {
  /** Those after an entry and up to another, in their order. */
  read(after: number, upTo: number): Promise<readonly StoredEntry[]>
  close(): Promise<void>
}

/** Entries by a connection of its own and without the query builder: for a thread that reads nothing else. */
export const openEntries = ({ engine, place }: Place): Promise<EntryReader> =>
  engine === 'sqlite' ? ofSqlite(place) : ofPostgres(place)

const select = (after: string, upTo: string) =>
  `select e.seq, e.leaf, e.at, e.actor_kind, e.actor_id, e.door, e.verb, e.record, e.about, e.version, s.value from entries e left join states s on s.seq = e.seq and s.value is not null where e.seq > ${after} and e.seq <= ${upTo} order by e.seq`

async function ofSqlite(file: string): Promise<EntryReader> {
  const { openReader } = await import('./sqlite-reader.ts')
  const client: SqliteClient = openReader(file)
  const statement = client.prepare(select('?', '?')).raw()
  return {
    read: async (after, upTo) => statement.all(after, upTo) as StoredEntry[],
    close: async () => void client.close(),
  }
}

async function ofPostgres(address: string): Promise<EntryReader> {
  const { default: pg } = await import('pg')
  const client = new pg.Client({
    connectionString: address,
    connectionTimeoutMillis: 5000,
    query_timeout: 60_000,
  })
  client.on('error', () => undefined)
  await client.connect()
  return {
    async read(after, upTo) {
      const text = select('$1', '$2')
      const { rows } = await client.query({ text, values: [after, upTo], rowMode: 'array' })
      return rows as unknown as StoredEntry[]
    },
    close: () => client.end(),
  }
}
