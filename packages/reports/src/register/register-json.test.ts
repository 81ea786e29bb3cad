import { isEmpty } from '@ropewalk/domain/empty.ts'
import type { Fields } from '@ropewalk/domain/field.ts'
import { nounKeys, nouns } from '@ropewalk/domain/nouns.ts'
import { registerOf } from '@ropewalk/domain/test-examples.ts'
import { arbitraryScene } from '@ropewalk/domain/test-records.ts'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { whole } from '../test-files.ts'
import { testLook, testRegister } from '../test-register.ts'
import { registerJsonOf } from './register-json.ts'
import { registerSchema } from './register-schema.ts'
import { testFacts, wholeRegister } from './test-file.ts'
import { fullLook, fullRegister } from './test-full-register.ts'

const base = 'https://register.ropeworks.example'
const fileOf = async (register = testRegister, look = testLook) =>
  (await whole(registerJsonOf(testFacts, wholeRegister(register, look), base))).toString()

const ajv = new Ajv2020({ allErrors: true })
addFormats.default(ajv)
/** As published, but a field that it does not name is a fault too. */
const valid = ajv.compile(
  JSON.parse(registerSchema(base), (_, value) =>
    value?.properties && !value.additionalProperties
      ? { ...value, additionalProperties: false }
      : value,
  ),
)
const faults = (file: string) => (valid(JSON.parse(file)) ? [] : valid.errors)

test('the register reads as agreed', async () => {
  const file = await fileOf()
  await expect(file).toMatchFileSnapshot('../golden/register.json')
  expect(faults(file)).toEqual([])
})

test('the schema reads as agreed', async () => {
  await expect(registerSchema(base)).toMatchFileSnapshot('../golden/register.schema.json')
})

test('every field of the catalogue stands stated in a golden file', async () => {
  const file = await fileOf(fullRegister, fullLook)
  await expect(file).toMatchFileSnapshot('../golden/register-full.json')
  expect(faults(file)).toEqual([])
  const { records } = JSON.parse(file)
  for (const noun of nounKeys) {
    const [full] = records[noun]
    for (const [key, field] of Object.entries(nouns[noun].fields as Fields)) {
      expect(isEmpty(full[key]), `${noun}.${key}`).toBe(false)
      if (field.kind !== 'rows') continue
      for (const cell of Object.keys(field.fields))
        expect(isEmpty(full[key][0][cell]), `${noun}.${key}.${cell}`).toBe(false)
    }
  }
})

test('an empty register is a whole file too', async () => {
  const file = await fileOf(registerOf({}))
  expect(faults(file)).toEqual([])
  expect(JSON.parse(file).records).toEqual(Object.fromEntries(nounKeys.map((noun) => [noun, []])))
})

test('any register is as its schema says and loses nothing', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryScene(), async ({ register, look }) => {
      const file = await fileOf(register, look)
      expect(faults(file)).toEqual([])
      expect(JSON.parse(file).records).toEqual(JSON.parse(JSON.stringify(register)))
    }),
    { numRuns: 30 },
  )
})

test('what is no register is refused by the schema', async () => {
  const file = JSON.parse(await fileOf())
  for (const wrong of [
    { ...file, registerId: 'x' },
    { ...file, nextIds: {} },
    { ...file, records: { ...file.records, activity: [{ id: 'PA-0001' }] } },
    { ...file, asOf: 'yesterday' },
  ])
    expect(valid(wrong)).toBe(false)
})
