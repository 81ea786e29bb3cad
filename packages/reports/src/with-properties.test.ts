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
/** The whole file, of which only what follows `at` is looked at. */
const finished = (before: Buffer, at = 0): Buffer => {
  const { cut, bytes } = withProperties({ bytes: before.subarray(at), at }, given)
  return Buffer.concat([before.subarray(0, cut), bytes])
}
const plain = () => whole(xlsxOf(tableWith(['number', 'text'], rows)))

it('puts the head into the properties of a streamed workbook and leaves the rest as it was', async () => {
  const before = await plain()
  const file = finished(before)
  const { properties, sheets } = await readXlsx(file)
  expect(properties).toMatchObject({ description: head, custom })
  expect(sheets[0]?.rows.slice(1)).toEqual(rows)
  const [was, is] = [unzipSync(before), unzipSync(file)]
  const parts = Object.keys(was).filter((name) => !/^(_rels|\[Content)/.test(name))
  for (const name of parts) expect(is[name]).toEqual(was[name])
  expect(Object.keys(is).toSorted()).toEqual(
    [...Object.keys(was), 'docProps/core.xml', 'docProps/custom.xml'].toSorted(),
  )
  expect(finished(before).equals(file)).toBe(true)
  const { cut } = withProperties({ bytes: before, at: 0 }, given)
  for (const at of [1, 100, cut]) expect(finished(before, at).equals(file), `${at}`).toBe(true)
  expect(() => finished(before, cut + 1)).toThrow('further back')
})

it('puts it into a workbook for people too', async () => {
  const sheet = { name: 'A', rows: [['a']], widths: [10], bold: new Set<number>() }
  const file = await workbookOf([sheet], '2026-11-25T10:00:00Z', given)
  expect((await readXlsx(file)).properties).toMatchObject({ description: head, custom })
})

it('refuses what is no package, and parts that do not stand last', async () => {
  expect(() => withParts({ bytes: Buffer.from('no package'), at: 0 }, [])).toThrow('no end')
  const file = await plain()
  const styles = { name: 'xl/styles.xml', text: (text: string) => text }
  expect(() => withParts({ bytes: file, at: 0 }, [styles])).toThrow('last')
})
