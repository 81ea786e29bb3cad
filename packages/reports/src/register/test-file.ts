import { lookOver, type Register } from '@ropewalk/domain/derived/look-over.ts'
import type { NounKey } from '@ropewalk/domain/field.ts'
import { findingsOf } from '@ropewalk/domain/findings/findings.ts'
import type { Look } from '@ropewalk/domain/look.ts'
import { idOf, nounKeys } from '@ropewalk/domain/nouns.ts'
import { shippedReference } from '@ropewalk/domain/reference/shipped.ts'
import { rowsOf } from '@ropewalk/domain/rows-of.ts'
import type { Exported } from '../scene.ts'
import { testRegister } from '../test-register.ts'
import type { RegisterFacts } from './register-facts.ts'

export const testFacts: RegisterFacts = {
  registerId: '6f6b0c1e-3c1b-4b0e-9d2c-0d6a5c1f7a10',
  asOf: null,
  generatedAt: '2026-03-31T14:05:07.890Z',
  exportId: 'b1a6f0de-8f0a-4a3c-8e39-5b3f6d1f2c20',
  head: null,
  signature: null,
  nextIds: Object.fromEntries(
    nounKeys.map((noun) => [noun, idOf(noun, 100)]),
  ) as RegisterFacts['nextIds'],
}

/** All records of a register with their findings, noun after noun, two at a time. */
export async function* wholeRegister(register: Register, look: Look): AsyncGenerator<Exported[]> {
  for (const noun of nounKeys)
    for (let start = 0; start < register[noun].length; start += 2)
      yield register[noun].slice(start, start + 2).map((record) => ({
        record,
        findings: findingsOf(noun, record as never, look).map((each) => ({
          ...each,
          accepted: null,
        })),
      }))
}

/** The register by hand with row ids as they really are: each once in its record. */
export const numberedRegister = Object.fromEntries(
  nounKeys.map((noun) => [noun, testRegister[noun].map((record) => numbered(noun, record))]),
) as unknown as Register
export const numberedLook = lookOver(numberedRegister, {
  today: '2026-03-31',
  reference: shippedReference,
})

function numbered(noun: NounKey, record: { id: string }) {
  let last = 0
  const next = (row: object) => {
    last += 1
    return { ...row, rowId: `${record.id}.${last}` }
  }
  const values: Record<string, unknown> = { ...record }
  for (const key of Object.keys(rowsOf(noun))) values[key] = (values[key] as object[]).map(next)
  return values
}
