import { expect, test } from 'vitest'
import { checkArchive, checkParts } from './archive.ts'
import { tableLimits } from './table-limits.ts'
import { archiveWith, type Part } from './test-archive.ts'

const named = (count: number): Part[] =>
  Array.from({ length: count }, (_, at) => ({ name: `part${at}.xml`, data: '<a/>' }))
const looked = (parts: readonly Part[]) => checkArchive(archiveWith(parts))

test('200 parts are read, 201 are not', async () => {
  await looked(named(tableLimits.parts))
  await expect(looked(named(tableLimits.parts + 1))).rejects.toThrow(
    'The workbook has 201 parts, and at most 200 are read.',
  )
})

test('100 MB are unpacked, a byte more is not, in one part or in several', async () => {
  const half = { size: tableLimits.unpacked / 2, packed: tableLimits.unpacked / 100 }
  await looked([
    { name: 'a', ...half },
    { name: 'b', ...half },
  ])
  await expect(
    looked([
      { name: 'a', ...half },
      { name: 'b', ...half },
      { name: 'c', size: 1, packed: 1 },
    ]),
  ).rejects.toThrow('larger than 100 MB once unpacked')
})

test('a part is a hundred times larger than packed at most', async () => {
  await looked([{ name: 'a', size: 1000, packed: 10 }])
  await expect(looked([{ name: 'a', size: 1001, packed: 10 }])).rejects.toThrow(
    'more than 100 times larger',
  )
})

test.each(['../evil.xml', 'xl/../../evil.xml', '/etc/passwd', 'xl\\..\\evil.xml', 'C:/evil.xml'])(
  'the name %s is refused',
  async (name) => {
    await expect(looked([{ name }])).rejects.toThrow('a name that leads out of it')
  },
)

test('encryption, and what is no archive, are refused', async () => {
  await looked([{ name: 'a' }])
  await expect(looked([{ name: 'a', flags: 1 }])).rejects.toThrow('protected by a password')
  await expect(checkArchive(Buffer.from('PK, but nothing else'))).rejects.toThrow('cannot be read')
})

test.each(['utf8', 'utf16le'] as const)('a DOCTYPE is refused in %s', async (encoding) => {
  const part = (text: string) => archiveWith([{ name: 'a.xml', data: Buffer.from(text, encoding) }])
  await checkParts(part('<?xml version="1.0"?><a/>'))
  await expect(checkParts(part('<!doctype a [<!ENTITY b "c">]><a/>'))).rejects.toThrow('DOCTYPE')
})

test('a part that is larger than it says is refused', async () => {
  const data = 'x'.repeat(500)
  await checkParts(archiveWith([{ name: 'a', data }]))
  await expect(checkParts(archiveWith([{ name: 'a', data, size: 10 }]))).rejects.toThrow(
    'cannot be read',
  )
})
