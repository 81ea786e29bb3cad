import type { SqliteClient } from './sqlite.ts'

const keptAtMost = 400

/** Makes a connection keep what it compiles, by its text: compiling a statement costs more than most of them run. */
export function keepStatements(client: SqliteClient): SqliteClient {
  const prepare: SqliteClient['prepare'] = client.prepare.bind(client)
  const kept = new Map<string, ReturnType<SqliteClient['prepare']>>()
  const prepareOnce = (text: string) => {
    const known = kept.get(text)
    if (known) {
      // The query builder turns rows into arrays on the statement itself.
      if (known.reader) known.raw(false)
      return known
    }
    const made = prepare(text)
    const [oldest] = kept.keys()
    if (kept.size >= keptAtMost && oldest !== undefined) kept.delete(oldest)
    kept.set(text, made)
    return made
  }
  client.prepare = prepareOnce as SqliteClient['prepare']
  return client
}
