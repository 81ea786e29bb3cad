import { languages } from '@ropewalk/domain/words.ts'
import { expect, test } from 'vitest'
import { noFilters } from './filters.ts'
import { fullList } from './fixtures/full-list.ts'
import { policyFive, x2o } from './fixtures/policy-five.ts'
import { subProcessorsJson } from './json.ts'
import { subProcessorsSchema } from './json-schema.ts'
import { publicColumns } from './public-columns.ts'

const base = 'https://register.example'
const changedOn = '2026-11-16'
const input = { organisation: x2o, language: 'en', base, filters: noFilters, changedOn } as const

test.each(languages)('the five read as agreed (%s)', async (language) => {
  const json = subProcessorsJson({ ...input, snapshots: policyFive, language })
  await expect(json).toMatchFileSnapshot(`golden/five.${language}.json`)
})

test('every state reads as agreed', async () => {
  const json = subProcessorsJson({ ...input, snapshots: fullList, changedOn: '2026-11-20' })
  await expect(json).toMatchFileSnapshot('golden/full.en.json')
})

test('has the columns of the CSV, in their order', () => {
  const { rows } = JSON.parse(subProcessorsJson({ ...input, snapshots: fullList }))
  for (const row of rows) expect(Object.keys(row)).toEqual(publicColumns)
})

test('the filters hold here too', () => {
  const filters = { ...noFilters, country: 'AE' }
  const { rows } = JSON.parse(subProcessorsJson({ ...input, snapshots: fullList, filters }))
  expect(rows).toHaveLength(1)
})

test('nothing published is a list without an organisation', () => {
  const nothing = { ...input, organisation: null, snapshots: [], changedOn: undefined }
  const json = JSON.parse(subProcessorsJson(nothing))
  expect(json).toMatchObject({ organisation: null, updated_on: null, rows: [] })
})

test('the schema reads as agreed', async () => {
  await expect(subProcessorsSchema(base)).toMatchFileSnapshot('golden/schema.json')
})
