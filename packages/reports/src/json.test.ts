import { expect, it } from 'vitest'
import { jsonOf } from './json.ts'
import { whole } from './test-files.ts'
import { tableWith } from './test-table.ts'

const given = {
  exportId: '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
  head: 'a/log\n3\nAAAA\n\n— a/log BBBB\n',
  signature: 'BBBB',
}
const headOf = async (base?: string) =>
  JSON.parse((await whole(jsonOf(tableWith(['text'], []), base))).toString())

it('names its schema where the public address is known, and leads nowhere else', async () => {
  expect(await headOf('https://register.example')).toEqual({
    $schema: 'https://register.example/schemas/purposes.json',
    dataset: 'purposes',
    rows: [],
  })
  expect(await headOf()).toEqual({ dataset: 'purposes', rows: [] })
})

it('says which export it was and which head of the log it was given with, where one was', async () => {
  const file = await whole(jsonOf(tableWith(['text'], []), undefined, given))
  expect(JSON.parse(file.toString())).toEqual({ dataset: 'purposes', ...given, rows: [] })
})
