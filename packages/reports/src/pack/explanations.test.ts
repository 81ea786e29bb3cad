import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { csvOf } from '../csv.ts'
import type { ListDataset } from '../dataset.ts'
import { everyDataset } from '../datasets/datasets.ts'
import { listTable } from '../table.ts'
import { testLook } from '../test-register.ts'
import { controls, controlsOf } from './controls.ts'
import { dictionaryOf, fieldDictionary } from './field-dictionary.ts'

const csvFor = async <I>(dataset: ListDataset<I>, items: readonly I[]) =>
  Buffer.concat(
    await Array.fromAsync(
      csvOf(listTable(dataset, items, { look: testLook }), { profile: 'plain' }),
    ),
  ).toString()

it('explains every column of every file, as in the golden file', async () => {
  const csv = await csvFor(fieldDictionary, dictionaryOf(everyDataset))
  await expect(csv).toMatchFileSnapshot('../golden/field-dictionary.csv')
  const rows: Record<string, string>[] = parse(csv, { columns: true })
  expect(
    rows
      .filter(({ meaning }) => meaning === 'not stated')
      .map(({ file, column }) => `${file} ${column}`),
  ).toEqual([])
  expect(rows.map(({ file, column }) => `${file} ${column}`)).toEqual(
    everyDataset.flatMap(({ key, columns }) => columns.map((column) => `${key}.csv ${column.key}`)),
  )
})

it('says what every file is evidence for, as in the golden file', async () => {
  const csv = await csvFor(controls, controlsOf(everyDataset))
  await expect(csv).toMatchFileSnapshot('../golden/controls.csv')
  const rows: Record<string, string>[] = parse(csv, { columns: true })
  expect(rows.filter(({ control }) => control === 'not stated').map(({ file }) => file)).toEqual([])
  expect(new Set(rows.map(({ file }) => file))).toEqual(
    new Set(everyDataset.map(({ key }) => `${key}.csv`)),
  )
})
