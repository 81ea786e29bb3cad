import { changed, created } from '@ropewalk/domain/change.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { expect, it } from 'vitest'
import { batchesOf } from './batches.ts'
import { factOf, factText, type Waiting } from './fact.ts'
import { settled } from './settled.ts'

const clock = { now: '2026-11-24T15:00:00.000Z', today: '2026-11-24' }
const reader = { language: 'en' as const, names: (id: string) => ({ 'SP-0001': 'Acme Cloud' })[id] }
const inferred = (field: string, row: string) => ({
  op: 'add' as const,
  rows: 'sources',
  cells: { field, row, document: 'DOC-0001', lines: 'L104', certainty: 'inferred', asOf: null },
})

const record: AnyRecord = created(
  'activity',
  'PA-0001',
  {
    fields: { name: 'Hosting', role: 'processor' },
    rows: [
      { op: 'add', rows: 'subProcessors', cells: { subProcessor: 'SP-0001', dataCategories: [] } },
      inferred('subProcessors', 'PA-0001.1'),
      inferred('role', ''),
      inferred('', ''),
    ],
  },
  clock,
)
const waiting: Waiting[] = record.sources.map((source) => ({ ...source, recordId: 'PA-0001' }))
const facts = waiting.flatMap((source) => factOf(source, record) ?? [])

it('says a row, a field and a whole record in one line', () => {
  expect(facts.map((fact) => factText(fact, reader))).toEqual([
    'Suppliers: Acme Cloud',
    'Our role: processor',
    'The record as a whole: Hosting',
  ])
})

it('removes a row by its id, empties a field, and leaves whole records alone', () => {
  const [row, field, whole] = facts.map((fact) => fact.removal)
  expect(row).toEqual({
    of: 'row',
    changes: { rows: [{ op: 'remove', rows: 'subProcessors', rowId: 'PA-0001.1' }] },
  })
  expect(whole).toBeUndefined()
  const after = changed('activity', record, field?.changes ?? {}, clock)
  expect(after.role).toBeNull()
})

it('drops a fact whose row is gone', () => {
  const after = changed('activity', record, facts[0]?.removal?.changes ?? {}, clock)
  const [source] = waiting
  expect(source && factOf(source, after)).toBeUndefined()
})

it('gathers facts by record', () => {
  expect(batchesOf(facts)).toHaveLength(1)
  expect(batchesOf(facts)[0]?.facts).toHaveLength(3)
})

it('takes what is no longer inferred off the queue and keeps the newer record', () => {
  const page = { total: 10, rows: waiting, records: { 'PA-0001': record }, names: {} }
  const newer = {
    ...record,
    version: 2,
    sources: record.sources.map((source) =>
      source.field === 'role' ? { ...source, certainty: 'confirmed' as const } : source,
    ),
  }
  const after = settled(page, newer)
  expect(after.total).toBe(9)
  expect(after.rows.map((row) => row.field)).toEqual(['subProcessors', ''])
  expect(after.records['PA-0001']).toBe(newer)
  expect(settled(page, { ...newer, id: 'PA-0002' })).toBe(page)
})
