import { findingsOf } from '@ropewalk/domain/findings/findings.ts'
import { arbitraryScene, type Scene } from '@ropewalk/domain/test-records.ts'
import { languages } from '@ropewalk/domain/words.ts'
import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { usersOver } from './category-users.ts'
import { csvOf } from './csv.ts'
import type { Dataset } from './dataset.ts'
import { datasets } from './datasets/datasets.ts'
import { jsonOf } from './json.ts'
import { jsonSchemaOf } from './json-schema.ts'
import { unneutralised } from './neutral.ts'
import type { Exported } from './scene.ts'
import { type Table, tableOf } from './table.ts'
import { textsOf, whole } from './test-files.ts'
import { faultIn } from './test-schema.ts'

async function* exported({ register, look }: Scene, dataset: Dataset): AsyncGenerator<Exported[]> {
  for (const noun of dataset.nouns)
    yield register[noun].map((record) => ({
      record,
      findings: findingsOf(noun, record, look).map((finding) => ({ ...finding, accepted: null })),
    }))
}

const each = [...datasets.values()]
const anyTable = (dataset: Dataset) =>
  fc
    .record({ scene: arbitraryScene(), language: fc.constantFrom(...languages) })
    .map(({ scene, language }) => (): Table => {
      const users = usersOver(scene.register.activity)
      return tableOf(dataset, exported(scene, dataset), { look: scene.look, language, users })
    })

test.each(each)('$key: facts are never blank and come back from the file', async (dataset) => {
  const events = new Set(dataset.columns.filter(({ event }) => event).map(({ key }) => key))
  await fc.assert(
    fc.asyncProperty(anyTable(dataset), async (table) => {
      const [header = [], ...texts] = await textsOf(table())
      for (const row of texts)
        for (const [index, cell] of row.entries())
          if (!events.has(header[index] ?? '')) expect(cell, header[index]).not.toBe('')
      const file = await whole(csvOf(table(), { profile: 'plain' }))
      const back: string[][] = parse(file, { relax_column_count: false })
      const columns = table().columns
      const read = (cell: string, index: number) => {
        const kind = columns[index]?.kind
        return kind === 'text' || kind === 'list' ? unneutralised(cell) : cell
      }
      expect(back.slice(1).map((row) => row.map(read))).toEqual(texts)
    }),
    { numRuns: 8 },
  )
})

test.each(each)('$key: the JSON is as its schema says', async (dataset) => {
  const schema = JSON.parse(jsonSchemaOf(dataset))
  await fc.assert(
    fc.asyncProperty(anyTable(dataset), async (table) => {
      const file = JSON.parse((await whole(jsonOf(table()))).toString())
      expect(faultIn(file, schema)).toBeUndefined()
    }),
    { numRuns: 8 },
  )
})
