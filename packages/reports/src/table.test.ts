import { Refusal } from '@ropewalk/domain/refusal.ts'
import { expect, test } from 'vitest'
import type { Dataset } from './dataset.ts'
import { access } from './datasets/access.ts'
import { datasets } from './datasets/datasets.ts'
import { listTable, needsFindings, needsUsers, tableOf } from './table.ts'
import { textsOf } from './test-files.ts'
import { exportedFrom, testAsked, testLook } from './test-register.ts'

function called(key: string): Dataset {
  const dataset = datasets.get(key)
  if (!dataset) throw new Error(`There is no dataset ${key}`)
  return dataset
}
const controller = called('activities-controller')
const records = () => exportedFrom(['activity'])

test('columns come in the order in which they are asked for, each once', async () => {
  const columns = ['role', 'activity_id', 'row_no', 'role']
  expect(await textsOf(tableOf(controller, records(), { ...testAsked, columns }))).toEqual([
    ['role', 'activity_id', 'row_no'],
    ['controller', 'PA-0001', '1'],
    ['to confirm', 'PA-0003', '2'],
    ['not stated', 'PA-0004', '3'],
    ['joint controller', 'PA-0005', '4'],
  ])
})

test('a column that does not exist is refused by name', () => {
  const ask = () => tableOf(controller, records(), { ...testAsked, columns: ['name', 'nome'] })
  expect(ask).toThrow(Refusal)
  expect(ask).toThrow('the dataset activities-controller has no column nome')
  const refusal = refusalOf(ask)
  expect(refusal.code).toBe('INVALID')
  expect(refusal.field).toBe('columns')
  expect(refusal.sentence('fr')).toContain('n’a pas de colonne nome')
  expect(() => needsFindings(controller, ['nome'])).toThrow(Refusal)
  expect(() => listTable(access, [], { ...testAsked, columns: ['secret'] })).toThrow(Refusal)
})

function refusalOf(run: () => unknown): Refusal {
  try {
    run()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('Nothing was refused')
}

test('findings are needed where their column is picked, and by their own dataset always', () => {
  expect(needsFindings(controller)).toBe(true)
  expect(needsFindings(controller, ['name', 'findings'])).toBe(true)
  expect(needsFindings(controller, ['name', 'role'])).toBe(false)
  expect(needsFindings(called('purposes'))).toBe(false)
  expect(needsFindings(called('findings'), ['rule'])).toBe(true)
})

test('the users of data categories are needed only where they are told', () => {
  expect(needsUsers(called('data-categories'))).toBe(true)
  expect(needsUsers(called('data-categories'), ['name'])).toBe(false)
  expect(needsUsers(called('sub-processors'))).toBe(false)
})

test('what is picked without being given is a bug, never an empty answer', async () => {
  async function* bare() {
    for await (const batch of records()) yield batch.map(({ record }) => ({ record }))
  }
  await expect(textsOf(tableOf(controller, bare(), testAsked))).rejects.toThrow('without findings')
  const columns = ['name']
  const names = await textsOf(tableOf(controller, bare(), { ...testAsked, columns }))
  expect(names).toHaveLength(5)
  const categories = called('data-categories')
  const asked = { look: testLook }
  await expect(textsOf(tableOf(categories, exportedFrom(categories.nouns), asked))).rejects.toThrow(
    'not given',
  )
})

test('an empty register still has its header', async () => {
  async function* none() {}
  const columns = ['row_no', 'name']
  expect(await textsOf(tableOf(controller, none(), { ...testAsked, columns }))).toEqual([columns])
})
