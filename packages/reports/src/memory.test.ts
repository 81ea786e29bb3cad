import { lookOver } from '@ropewalk/domain/derived/look-over.ts'
import { idOf } from '@ropewalk/domain/nouns.ts'
import { shippedReference } from '@ropewalk/domain/reference/shipped.ts'
import { example, registerOf } from '@ropewalk/domain/test-examples.ts'
import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'
import { datasets } from './datasets/datasets.ts'
import { jsonOf } from './json.ts'
import type { Exported } from './scene.ts'
import { type Table, tableOf } from './table.ts'
import { held } from './test-memory.ts'
import { testRegister } from './test-register.ts'
import { xlsxOf } from './xlsx.ts'

const full = testRegister.activity[0] ?? example('activity', 'PA-0001')
const look = lookOver(registerOf({ ...testRegister, activity: [] }), {
  today: '2026-03-31',
  reference: shippedReference,
})

type Writer = (table: Table) => AsyncIterable<Uint8Array>
/** Each record gives three purposes. */
const writers: [string, string, number, Writer][] = [
  ['CSV', 'purposes', 34_000, (table) => csvOf(table, { profile: 'plain' })],
  ['CSV', 'activities-controller', 10_000, (table) => csvOf(table, { profile: 'excel' })],
  ['JSON', 'activities-controller', 10_000, (table) => jsonOf(table)],
  ['XLSX', 'activities-controller', 10_000, (table) => xlsxOf(table)],
]

test.each(writers)(
  '%s of %s: memory does not grow with %i records',
  async (_, key, count, write) => {
    const dataset = datasets.get(key)
    if (!dataset) throw new Error('There is no such dataset')
    const before = await held()
    let most = 0
    async function* activities(): AsyncGenerator<Exported[]> {
      for (let start = 0; start < count; start += 100) {
        yield Array.from({ length: 100 }, (_, index) => ({
          record: { ...full, id: idOf('activity', start + index) },
          findings: [],
        }))
        if (start % (count / 10) === 0) most = Math.max(most, (await held()) - before)
      }
    }
    let written = 0
    for await (const chunk of write(tableOf(dataset, activities(), { look })))
      written += chunk.length
    expect(written).toBeGreaterThan(count * 10)
    expect(most).toBeLessThan(8 * 1024 * 1024)
  },
  120_000,
)
