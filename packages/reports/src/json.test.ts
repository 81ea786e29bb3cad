import { expect, it } from 'vitest'
import { jsonOf } from './json.ts'
import { whole } from './test-files.ts'
import { tableWith } from './test-table.ts'

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
