import type { Part, Row } from './parts.ts'

/** Puts rows of a part into the table of its name. */
export type Load = (part: Part, rows: readonly Row[]) => Promise<void>

/** Names come out of a file: only what a table or column of ours may be called is ever put into a statement. */
export function safeName(name: string): string {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(name)) throw new Error(`${name} is no name of a table.`)
  return `"${name}"`
}
