import { run } from './connection.ts'

/** The schema that the register of an address lies in. */
export const homeOf = (address: string): Promise<string> =>
  run(address, async (client) => {
    const { rows } = await client.query<{ home: string | null }>('select current_schema() as home')
    return rows[0]?.home ?? 'public'
  })

/** The same database, its names looked up in a schema first and then in the register's own. */
export function inSchema(address: string, schema: string, home: string): string {
  const url = new URL(address)
  const given = url.searchParams.get('options')
  const path = `-c search_path=${schema},${home}`
  url.searchParams.set('options', given ? `${given} ${path}` : path)
  return url.href
}
