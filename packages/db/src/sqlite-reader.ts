import Client from 'better-sqlite3'
import type { SqliteClient } from './sqlite.ts'
import { keepStatements } from './statements.ts'

/** A connection that only reads. */
export function openReader(file: string): SqliteClient {
  const client = new Client(file, { timeout: 5000 })
  settle(client)
  client.pragma('query_only = ON')
  // A page of a list of 10,000 records is then read from memory; SQLite's own 2 MB is less than one scan.
  client.pragma('cache_size = -8192')
  return keepStatements(client)
}

export function settle(client: SqliteClient) {
  client.pragma('foreign_keys = ON')
  client.pragma('busy_timeout = 5000')
  client.pragma('trusted_schema = OFF')
  client.pragma('cell_size_check = ON')
  client.pragma('mmap_size = 0')
}
