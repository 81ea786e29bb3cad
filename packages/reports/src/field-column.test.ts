import { organisationFields } from '@ropewalk/domain/organisation.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { example, type Some } from '@ropewalk/domain/test-examples.ts'
import { expect, it } from 'vitest'
import { cellText } from './cell.ts'
import { fieldColumn } from './field-column.ts'
import type { Scene } from './scene.ts'

const scene = { language: 'en', names: () => undefined } as unknown as Scene
const dpoOf = (some: Some<'organisation'>) => {
  const record = example('organisation', 'ORG-0001', some) as unknown as AnyRecord
  return cellText(
    fieldColumn(organisationFields, 'dpo', organisationFields.dpo).from({ record }, scene),
    'en',
  )
}

it('reads the contact of a role where the field of that role is empty', () => {
  const contacts = [{ role: 'dpo' as const, name: 'A person', email: 'a@example.org' }]
  const declared = { dpo: { answer: 'none' as const, reason: '' } }
  expect(dpoOf({ contacts })).toBe('A person')
  expect(dpoOf({ dpo: 'Another', contacts })).toBe('Another')
  expect(dpoOf({ declared })).toBe('none')
  expect(dpoOf({})).toBe('not stated')
})
