import { expect, test } from 'vitest'
import type { Row } from './cell.ts'
import { csvOf } from './csv.ts'
import { jsonOf } from './json.ts'
import type { Table } from './table.ts'
import { whole } from './test-files.ts'
import { tableWith } from './test-table.ts'
import { xlsxOf } from './xlsx.ts'

const writers: [string, (table: Table) => AsyncIterable<Uint8Array>][] = [
  ['CSV', (table) => csvOf(table, { profile: 'plain' })],
  ['JSON', (table) => jsonOf(table)],
  ['XLSX', (table) => xlsxOf(table)],
]

test.each(writers)('%s: when the reader leaves, the source is let go', async (_, write) => {
  let isOpen = false
  async function* rows(): AsyncGenerator<Row[]> {
    isOpen = true
    try {
      for (;;) yield Array.from({ length: 100 }, () => [crypto.randomUUID().repeat(100)])
    } finally {
      isOpen = false
    }
  }
  for await (const chunk of write({ ...tableWith(['text'], []), rows: rows() })) {
    expect(chunk.length).toBeGreaterThan(0)
    if (isOpen) break
  }
  await expect.poll(() => isOpen).toBe(false)
})

test.each(writers)('%s: trouble in the source reaches the reader', async (_, write) => {
  async function* rows(): AsyncGenerator<Row[]> {
    yield [['a']]
    throw new Error('The disk is gone')
  }
  const file = whole(write({ ...tableWith(['text'], []), rows: rows() }))
  await expect(file).rejects.toThrow('The disk is gone')
})
