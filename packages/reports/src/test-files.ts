import { cellText } from './cell.ts'
import type { Table } from './table.ts'

/** All chunks of a file as one buffer. */
export const whole = async (chunks: AsyncIterable<Uint8Array>): Promise<Buffer> =>
  Buffer.concat(await collected(chunks))

/** Every row of a table as people read it, with the header. */
export async function textsOf(table: Table): Promise<string[][]> {
  const rows = (await collected(table.rows)).flat()
  return [
    table.columns.map(({ key }) => key),
    ...rows.map((row) => row.map((cell) => cellText(cell, table.language))),
  ]
}

async function collected<T>(some: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const each of some) all.push(each)
  return all
}
