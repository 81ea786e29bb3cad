import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Signing, signedBy } from './signing.ts'

const people = ['ann', 'bob', 'cy', 'dee']
const someone = fc.constantFrom(...people)
const some = fc.uniqueArray(someone)
const titles = fc.uniqueArray(
  fc.record({ id: fc.constantFrom('a', 'b', 'c'), title: fc.string(), holders: some }),
  { selector: ({ id }) => id },
)
const office = fc
  .record({
    titles,
    required: fc.subarray(['a', 'b', 'c']),
    editors: some.map((ids) => new Set(ids)),
    dpos: some,
    fourEyes: fc.constantFrom('required', 'advised'),
    tries: fc.array(fc.tuple(someone, fc.option(fc.constantFrom('a', 'b', 'c', 'd')))),
  })
  .map(({ required, ...rest }) => ({
    ...rest,
    required: rest.titles.filter(({ id }) => required.includes(id)),
  }))

/** Lets people try to sign one after the other until the approval is complete. */
function played(given: typeof office extends fc.Arbitrary<infer O> ? O : never) {
  const signatures: { by: string; titleId: string | null }[] = []
  for (const [by, titleId] of given.tries) {
    const outcome = signedBy({
      signer: { id: by, mayApprove: given.dpos.includes(by) },
      titleId,
      editors: given.editors,
      signatures,
      rules: { fourEyes: given.fourEyes as Signing['rules']['fourEyes'], titles: given.titles },
      required: given.required,
    })
    if ('refused' in outcome) continue
    signatures.push({ by, titleId })
    if (outcome.complete) return { signatures, outcome }
  }
  return { signatures, outcome: undefined }
}

describe('signing, whoever tries in whatever order', () => {
  it('completes only with every required title signed by one of its holders, or a DPO', () => {
    fc.assert(
      fc.property(office, (given) => {
        const { signatures, outcome } = played(given)
        for (const { by, titleId } of signatures)
          expect(
            titleId === null
              ? given.dpos.includes(by)
              : given.titles.some(({ id, holders }) => id === titleId && holders.includes(by)),
          ).toBe(true)
        if (!outcome) return
        for (const { id } of given.required)
          expect(signatures.filter(({ titleId }) => titleId === id)).toHaveLength(1)
        if (given.required.length === 0) expect(given.dpos).toContain(signatures.at(-1)?.by)
      }),
    )
  })

  it('never lets those who edited be the only ones under required, and marks it under advised', () => {
    fc.assert(
      fc.property(office, (given) => {
        const { signatures, outcome } = played(given)
        if (!outcome) return
        const isAlone = signatures.every(({ by }) => given.editors.has(by))
        expect(outcome.selfApproved).toBe(isAlone)
        if (given.fourEyes === 'required') expect(isAlone).toBe(false)
      }),
    )
  })
})
