import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isFormula, neutralised, unneutralised } from './neutral.ts'

const naughty: string[] = JSON.parse(
  readFileSync(new URL('fixtures/naughty-strings.json', import.meta.url), 'utf8'),
)
const triggers = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠']
/** Texts made of what matters here, so that every combination comes up. */
const tricky = fc
  .array(fc.constantFrom(...triggers, "'", ' ', '\u00A0', '\u3000', '"', 'a', '1'), {
    maxLength: 6,
  })
  .map((parts) => parts.join(''))

test.each(triggers)('a text that begins with %j gets one apostrophe', (trigger) => {
  expect(neutralised(`${trigger}1`)).toBe(`'${trigger}1`)
  expect(neutralised(`  ${trigger}1`)).toBe(`'  ${trigger}1`)
  expect(neutralised(`\u3000${trigger}1`)).toBe(`'\u3000${trigger}1`)
})

test.each(['', 'a=1', 'O’Brien', "O'Brien", "'quoted'", ' plain', '1-2', 'a\n=1', "'"])(
  '%j stays as it is',
  (text) => {
    expect(neutralised(text)).toBe(text)
    expect(unneutralised(text)).toBe(text)
  },
)

test('an apostrophe that is already there gets company', () => {
  expect(neutralised("'=1")).toBe("''=1")
  expect(unneutralised("''=1")).toBe("'=1")
})

test('taking exactly one apostrophe off gives every text back', () => {
  const law = (text: string) => unneutralised(neutralised(text)) === text
  fc.assert(fc.property(fc.oneof(tricky, fc.string({ unit: 'binary-ascii' })), law), {
    numRuns: 1_000,
  })
  expect(naughty.filter((text) => !law(text))).toEqual([])
})

test('nothing that was neutralised begins like a formula', () => {
  const begins = /^\s*[=+\-@\t\r\n\0＝＋－＠]/u
  fc.assert(
    fc.property(tricky, (text) => !begins.test(neutralised(text))),
    { numRuns: 1_000 },
  )
  expect(naughty.some(isFormula)).toBe(true)
})
