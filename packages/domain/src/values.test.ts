import fc from 'fast-check'
import { expect, it } from 'vitest'
import { joined } from './values.ts'

/** As a reader of a file takes several values apart. */
const apart = (text: string) =>
  text.split(' | ').map((value) => value.replaceAll(/(\\*)\1\\\|/g, '$1|'))

it.each([
  [['a', 'b'], 'a | b'],
  [['a | b', 'c'], 'a \\| b | c'],
  [['a|b'], 'a\\|b'],
  [['a \\| b'], 'a \\\\\\| b'],
  [['a\\b', 'c\\'], 'a\\b | c\\'],
])('joins %j', (values, text) => {
  expect(joined(values)).toBe(text)
})

it('joins any values so that they come apart again', () => {
  const value = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('|', '\\', ' ', 'a') }))
  fc.assert(
    fc.property(fc.array(value, { minLength: 1 }), (values) => {
      expect(apart(joined(values))).toEqual(values)
    }),
  )
})
