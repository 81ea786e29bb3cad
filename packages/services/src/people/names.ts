import type { Work } from '../verb.ts'

/** The names of the people of the house by id, for owners of records. */
export async function peopleNames({
  db,
  tables,
}: Pick<Work, 'db' | 'tables'>): Promise<Map<string, string>> {
  const rows = await db.select({ id: tables.users.id, name: tables.users.name }).from(tables.users)
  return new Map(rows.map((row) => [row.id, row.name]))
}
