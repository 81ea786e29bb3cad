import { migrateSqlite } from '../migrate.ts'
import type { Migration } from '../migrations.ts'
import { openWriter, type SqliteClient } from '../sqlite.ts'
import { refusalFor } from '../trouble.ts'
import { type Load, safeName } from './load.ts'
import type { Part, Row } from './parts.ts'

/**
 * A new SQLite file at the state of `migrations`, filled by `fill`, then brought up to date. Throws when links would
 * point nowhere.
 */
export async function loadSqlite(
  file: string,
  migrations: readonly Migration[],
  fill: (load: Load) => Promise<void>,
): Promise<void> {
  await migrateSqlite(file, [...migrations])
  const client = openWriter(file)
  try {
    client.pragma('foreign_keys = OFF')
    client.exec('BEGIN IMMEDIATE')
    const inserters = new Map<string, (rows: readonly Row[]) => void>()
    await fill(async (part, rows) => {
      const insert = inserters.get(part.name) ?? inserterOf(client, part)
      inserters.set(part.name, insert)
      insert(rows)
    })
    const broken = client.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0) throw new Error(`${broken.length} links would point nowhere`)
    client.exec('COMMIT')
  } catch (error) {
    throw refusalFor(error)
  } finally {
    client.close()
  }
  await migrateSqlite(file)
}

function inserterOf(client: SqliteClient, { name, columns }: Part) {
  const names = columns.map((column) => safeName(column.name)).join(', ')
  const marks = columns.map(() => '?').join(', ')
  const statement = client.prepare(`insert into ${safeName(name)} (${names}) values (${marks})`)
  return (rows: readonly Row[]) => {
    for (const row of rows)
      statement.run(
        columns.map(({ kind }, at) => {
          const value = row[at] ?? null
          if (value === null) return null
          if (kind === 'json') return JSON.stringify(value)
          return kind === 'yesNo' ? Number(value) : value
        }),
      )
  }
}
