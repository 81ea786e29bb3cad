import { crc32, deflateRawSync } from 'node:zlib'
import { xlsxOf } from '@ropewalk/reports/xlsx.ts'
import { expect, test } from 'vitest'
import { readTables } from './read-tables.ts'

const asked = { pasted: false }
const csv = Buffer.from('Vendor,City\nSlack,Dublin\n')

async function workbook(rows: string[][]): Promise<Buffer> {
  async function* batches() {
    yield rows
  }
  const columns = [{ key: 'Vendor', kind: 'text' } as const]
  const table = { dataset: 'Payable', columns, language: 'en' as const, rows: batches() }
  return Buffer.concat(await Array.fromAsync(xlsxOf(table)))
}

test('CSV, a pasted text and a workbook are read apart', async () => {
  expect(await readTables(csv, asked)).toEqual({
    sheets: [
      {
        name: '',
        rows: 2,
        columns: 2,
        first: [
          ['Vendor', 'City'],
          ['Slack', 'Dublin'],
        ],
      },
    ],
  })
  expect(await readTables(csv, { pasted: false, column: { sheet: 0, column: 1 } })).toEqual([
    { line: 1, text: 'City' },
    { line: 2, text: 'Dublin' },
  ])
  expect(await readTables(Buffer.from('Okta, Inc.\nZoom'), { pasted: true })).toMatchObject({
    sheets: [{ columns: 1, rows: 2 }],
  })
  expect(await readTables(await workbook([['Slack']]), asked)).toMatchObject({
    sheets: [{ name: 'Payable', first: [['Vendor'], ['Slack']] }],
  })
})

test('what the reader refuses is refused here with its sentence and its field', async () => {
  await expect(readTables(Buffer.from([0xff, 0x41]), asked)).rejects.toThrow('not UTF-8')
  await expect(
    readTables(csv, { pasted: false, column: { sheet: 0, column: 2 } }),
  ).rejects.toMatchObject({ code: 'INVALID', field: 'column' })
  await expect(readTables(Buffer.from('PK\x03\x04'), asked)).rejects.toThrow('cannot be read')
})

test('a reader that takes too long, too much room or says too much is ended', async () => {
  await expect(readTables(csv, asked, { milliseconds: 1 })).rejects.toThrow('longer than 0.001 s')
  await expect(readTables(csv, asked, { addressSpace: 400_000 })).rejects.toThrow('too much room')
  await expect(readTables(csv, asked, { answer: 20 })).rejects.toThrow('too much room')
  expect(await readTables(csv, asked)).toHaveProperty('sheets')
})

test('a part that unpacks to more than it says ends with a sentence, and memory stays', async () => {
  const bomb = deflateRawSync(Buffer.alloc(300 * 1024 * 1024))
  const before = process.memoryUsage().rss
  await expect(readTables(archiveOf(bomb, 20_000_000), asked)).rejects.toThrow('cannot be read')
  await expect(readTables(archiveOf(bomb, 300 * 1024 * 1024), asked)).rejects.toThrow(
    'more than 100 times',
  )
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024)
})

test('a third file waits for a moment', async () => {
  const three = await Promise.allSettled([1, 2, 3].map(() => readTables(csv, asked)))
  expect(three.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected'])
  expect(String((three[2] as PromiseRejectedResult).reason)).toContain('Two files are being read')
})

function archiveOf(packed: Buffer, size: number): Buffer {
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20)
  common.writeUInt16LE(8, 4)
  common.writeUInt32LE(crc32(''), 10)
  common.writeUInt32LE(packed.length, 14)
  common.writeUInt32LE(size, 18)
  common.writeUInt16LE(1, 22)
  const name = Buffer.from('a')
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, packed])
  const head = [Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, Buffer.alloc(14), name]
  const central = Buffer.concat(head)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, central, end])
}
