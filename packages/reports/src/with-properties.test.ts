import { unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { expect, it } from 'vitest'
import { whole } from './test-files.ts'
import { tableWith } from './test-table.ts'
import { withParts } from './with-parts.ts'
import { withProperties } from './with-properties.ts'
import { workbookOf } from './workbook.ts'
import { xlsxOf } from './xlsx.ts'

const head =
  'ropewalk/a & <b>\n42\nq83v\ntime 2026-11-25T10:00:00Z\n\n— ropewalk/a & <b> c2lnbmVk\n'
const given = { exportId: '6ba7b810-9dad-11d1-80b4-00c04fd430c8', head, signature: 'c2lnbmVk' }
const custom = {
  'Ropewalk export': given.exportId,
  'Ropewalk log': 'ropewalk/a & <b>',
  'Ropewalk log head': '42 q83v',
  'Ropewalk log signature': 'c2lnbmVk',
}
const rows = [
  [1, 'one'],
  [2, 'two & <three>'],
] as const
const plain = () => whole(xlsxOf(tableWith(['number', 'text'], rows)))

it('puts the head into the properties of a streamed workbook and leaves the rest as it was', async () => {
  const before = await plain()
  const file = withProperties(before, given)
  const { properties, sheets } = await readXlsx(file)
  expect(properties).toMatchObject({ description: head, custom })
  expect(sheets[0]?.rows.slice(1)).toEqual(rows)
  const [was, is] = [unzipSync(before), unzipSync(file)]
  const parts = Object.keys(was).filter((name) => !/^(_rels|\[Content)/.test(name))
  for (const name of parts) expect(is[name]).toEqual(was[name])
  expect(Object.keys(is).toSorted()).toEqual(
    [...Object.keys(was), 'docProps/core.xml', 'docProps/custom.xml'].toSorted(),
  )
  expect(withProperties(before, given).equals(file)).toBe(true)
})

it('puts it into a workbook for people too', async () => {
  const sheet = { name: 'A', rows: [['a']], widths: [10], bold: new Set<number>() }
  const file = await workbookOf([sheet], '2026-11-25T10:00:00Z', given)
  expect((await readXlsx(file)).properties).toMatchObject({ description: head, custom })
})

it('refuses what is no package, and parts that do not stand last', async () => {
  expect(() => withParts(Buffer.from('no package'), [])).toThrow('no end')
  const file = await plain()
  expect(() => withParts(file, [{ name: 'xl/styles.xml', text: (text) => text }])).toThrow('last')
})
