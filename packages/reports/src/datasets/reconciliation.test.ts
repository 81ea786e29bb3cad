import { expect, test } from 'vitest'
import { csvOf } from '../csv.ts'
import { listTable } from '../table.ts'
import { whole } from '../test-files.ts'
import { testAsked } from '../test-register.ts'
import { reconciliation, reconciliationRows } from './reconciliation.ts'

const entry = (...lines: [number, string][]) => ({
  key: lines[0]?.[1] ?? '',
  name: lines[0]?.[1] ?? '',
  lines: lines.map(([line, text]) => ({ line, text })),
})
const result = {
  inBoth: [
    {
      entry: entry([2, 'Netsuite'], [5, 'NetSuite, Inc.']),
      ids: ['SP-0003'],
      why: 'sameName' as const,
    },
  ],
  candidates: [
    {
      entry: entry([3, 'Azure']),
      candidates: [
        { id: 'SP-0001', score: 79, why: 'contains' as const },
        { id: 'SP-0004', score: 60, why: 'spelling' as const },
      ],
    },
  ],
  onlyThere: [entry([4, '=HYPERLINK("x")'])],
  nameless: [{ line: 6, text: '' }],
  onlyHere: [{ id: 'SP-0005', name: '' }],
  records: [
    { id: 'SP-0003', name: 'NetSuite' },
    { id: 'SP-0001', name: 'Microsoft Azure' },
    { id: 'SP-0004', name: '@zure' },
  ],
}
const file = async (language: 'en' | 'fr') => {
  const table = listTable(reconciliation, reconciliationRows(result), { ...testAsked, language })
  return (await whole(csvOf(table, { profile: 'plain' }))).toString()
}

test('each line stands with its records, then what is only here, nothing as a formula', async () => {
  expect(await file('en')).toBe(
    [
      'row_no,line,listed_name,result,record_id,record,score,why',
      '1,2,Netsuite,in both,SP-0003,NetSuite,,same name',
      '2,3,Azure,candidate,SP-0001,Microsoft Azure,79,one contains the other',
      "3,3,Azure,candidate,SP-0004,'@zure,60,spelling close",
      '4,4,"\'=HYPERLINK(""x"")",only in the list,,,,',
      '5,5,"NetSuite, Inc.",in both,SP-0003,NetSuite,,same name',
      '6,6,,without a name,,,,',
      '7,,,only in the register,SP-0005,,,',
      '',
    ].join('\r\n'),
  )
  expect(await file('fr')).toContain(
    '2,3,Azure,candidat,SP-0001,Microsoft Azure,79,l’un contient l’autre',
  )
})
