import { expect, it } from 'vitest'
import { addressOf, askedIn, downloadOf, queryOf } from './findings-search.ts'

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

it('downloads what it shows', () => {
  const asked = askedIn({ severity: 'gap', rule: 'role-to-confirm', by: 'record' })
  expect(downloadOf(asked, 'fr')).toBe(
    '/exports/findings.csv?severity=gap&rule=role-to-confirm&accepted=no&lang=fr',
  )
})
