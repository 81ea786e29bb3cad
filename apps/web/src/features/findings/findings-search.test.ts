import { expect, it } from 'vitest'
import { addressOf, askedIn, queryOf } from './findings-search.ts'

it('reads a view from its address and writes the same address', () => {
  const search = {
    by: 'record',
    severity: ['gap', 'advice'],
    rule: 'role-to-confirm',
    record: 'PA-0001',
  }
  const asked = askedIn(search)
  expect(asked).toEqual({
    by: 'record',
    severity: ['gap', 'advice'],
    rule: ['role-to-confirm'],
    record: 'PA-0001',
    accepted: false,
  })
  expect(askedIn(addressOf(asked))).toEqual(asked)
})

it('drops what it does not know', () => {
  expect(
    askedIn({ by: 'colour', severity: ['grave', 'gap'], accepted: 'perhaps', rule: [] }),
  ).toEqual({
    by: 'rule',
    severity: ['gap'],
    rule: [],
    record: undefined,
    accepted: false,
  })
})

it('asks the server for nothing that the address does not say', () => {
  expect(queryOf(askedIn({}))).toEqual({ accepted: false })
  expect(queryOf(askedIn({ record: 'SP-0001', accepted: 'yes' }))).toEqual({
    recordId: 'SP-0001',
    accepted: true,
  })
})
