import type { Register } from '@ropewalk/domain/derived/look-over.ts'
import type { Fields } from '@ropewalk/domain/field.ts'
import { findingsOf } from '@ropewalk/domain/findings/findings.ts'
import type { Look } from '@ropewalk/domain/look.ts'
import { nounKeys, nouns } from '@ropewalk/domain/nouns.ts'
import { registerOf } from '@ropewalk/domain/test-examples.ts'
import { arbitraryScene } from '@ropewalk/domain/test-records.ts'
import * as fc from 'fast-check'
import type { Quad } from 'n3'
import { expect, test } from 'vitest'
import { numberedLook, numberedRegister, testFacts, wholeRegister } from '../register/test-file.ts'
import { fullLook, fullRegister } from '../register/test-full-register.ts'
import { whole } from '../test-files.ts'
import { registerJsonLdOf } from './register-json-ld.ts'
import {
  faultsIn,
  findingFor,
  shapedRules,
  triplesIn,
  unknownGaps,
  vocabulary,
} from './test-shapes.ts'

const names = (id: string) => (id === 'U-1' ? 'Dee Editor' : undefined)
const fileOf = async (register = numberedRegister, look = numberedLook) =>
  (
    await whole(registerJsonLdOf(testFacts, wholeRegister(register, look), { look, names }))
  ).toString()

const shapedFindings = (register: Register, look: Look) =>
  nounKeys
    .flatMap((noun) => register[noun].flatMap((record) => findingsOf(noun, record as never, look)))
    .filter(({ rule }) => shapedRules.has(rule))
    .map(({ rule, recordId, row }) => `${rule} ${recordId} ${row ?? ''}`)

/** Passes the given shapes; what the stricter ones find is what the findings say, and nothing else. */
async function checked(register: Register, look: Look) {
  const faults = await faultsIn(await triplesIn(await fileOf(register, look)))
  expect(faults.given).toEqual([])
  const found = new Set(faults.stricter.map(findingFor))
  const expected = new Set(shapedFindings(register, look))
  expect([...found].toSorted()).toEqual([...expected].toSorted())
  return found.size
}

test('the register reads as agreed', async () => {
  await expect(await fileOf()).toMatchFileSnapshot('../golden/register.jsonld')
  await expect(await fileOf(fullRegister, fullLook)).toMatchFileSnapshot(
    '../golden/register-full.jsonld',
  )
})

test('it passes the shapes, and what it leaves open are its findings', async () => {
  expect(await checked(numberedRegister, numberedLook)).toBeGreaterThan(15)
  await checked(fullRegister, fullLook)
  expect(await checked(registerOf({}), numberedLook)).toBe(0)
})

test('any register passes the shapes, and what it leaves open are its findings', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryScene(), async ({ register, look }) => {
      await checked(register, look)
    }),
    { numRuns: 10 },
  )
}, 180_000)

test.each([
  ['no purpose', ({ predicate }) => !predicate.value.endsWith('#hasPurpose')],
  ['no measure', ({ predicate }) => !predicate.value.endsWith('TechnicalOrganisationalMeasure')],
  [
    'no basis of a transfer',
    ({ object }) => !/A4[569]-|#DataTransferLegalBasis$/.test(object.value),
  ],
  ['no exporter', ({ predicate }) => !predicate.value.endsWith('#hasDataExporter')],
] satisfies [string, (triple: Quad) => boolean][])(
  'the shapes find a file with %s',
  async (_, keeps) => {
    const triples = await triplesIn(await fileOf())
    expect((await faultsIn(triples.filter(keeps))).given).not.toEqual([])
  },
)

test('the shapes find what is open without its mark too', async () => {
  const unmarked = (await triplesIn(await fileOf())).filter(
    ({ object }) => !object.value.endsWith('#NotAvailable'),
  )
  const of = (findings: readonly string[]) =>
    [...new Set(findings)]
      .filter((each) => /^(purposes|recipients|data-categories)-not-stated /.test(each))
      .toSorted()
  const found = of((await faultsIn(unmarked)).stricter.map(findingFor))
  expect(found.length).toBeGreaterThan(4)
  expect(found).toEqual(of(shapedFindings(numberedRegister, numberedLook)))
})

test('every gap that a rule may find is one of the shapes, or known to stand elsewhere', () => {
  expect(unknownGaps).toEqual([])
})

test('every concept that it names exists', async () => {
  const known = new Set(vocabulary.map(({ subject }) => subject.value))
  const files = [await fileOf(), await fileOf(fullRegister, fullLook)]
  const terms = (await Promise.all(files.map(triplesIn)))
    .flat()
    .flatMap(({ predicate, object }) => [predicate.value, object.value])
    .filter((iri) => iri.startsWith('https://w3id.org/dpv') && !iri.includes('/loc#'))
  expect(terms.length).toBeGreaterThan(100)
  expect([...new Set(terms)].filter((iri) => !known.has(iri))).toEqual([])
})

test('every term of the catalogue stands in the file', async () => {
  const file = await fileOf(fullRegister, fullLook)
  const terms = nounKeys.flatMap((noun) => {
    const fields: Fields = nouns[noun].fields
    return Object.values(fields).flatMap((field) => [
      field.term,
      ...(field.kind === 'rows' ? Object.values(field.fields).map(({ term }) => term) : []),
    ])
  })
  for (const term of new Set(terms)) if (term) expect(file).toContain(`"${term}"`)
})

test('it names neither a host nor what differs from one export to the next but the file itself', async () => {
  const again = { ...testFacts, exportId: '00000000-0000-4000-8000-000000000000' }
  const look = numberedLook
  const other = await whole(
    registerJsonLdOf(again, wholeRegister(numberedRegister, look), { look, names }),
  )
  expect(other.toString().replace(again.exportId, testFacts.exportId)).toBe(await fileOf())
  const own = (await triplesIn(await fileOf())).map(({ subject }) => subject.value)
  for (const iri of own) expect(iri).toMatch(/^urn:uuid:|^_:|^b\d/)
})
