import { sha256 } from '@noble/hashes/sha2.js'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { toBase64 } from './bytes.ts'
import { canonicalText } from './canonical.ts'
import { erased } from './erasure.ts'
import { stateOf, stateText } from './state.ts'
import { anySaid, purpose, said, seed, whole } from './test-states.ts'

const left = erased(whole, { which: [purpose, ['who']], by: 9 }, sha256)
type Form = Record<string, unknown> & { salts: Record<string, string>; erased: unknown[][] }
const changed = (change: (form: Form) => void, text = left) => {
  const form = JSON.parse(text) as Form
  change(form)
  return canonicalText(form)
}

it('reads back what was written', () => {
  expect(stateOf(whole)).toEqual({ ...said, erased: [] })
  fc.assert(
    fc.property(anySaid, (any) => {
      expect(stateOf(stateText({ seed, ...any }))).toEqual({ ...any, erased: [] })
    }),
  )
})

it('refuses a seed of another length', () => {
  expect(() => stateText({ ...said, seed: new Uint8Array(31) })).toThrow('32 bytes')
})

it.each([
  ['', 'JSON'],
  ['null', 'object'],
  ['[]', 'object'],
  ['{}', 'keys'],
  [` ${whole}`, 'canonical'],
  [whole.replace('"who"', '"who":"Bob","who"'), 'canonical'],
  [changed((form) => Object.assign(form, { more: 1 }), whole), 'keys'],
  [changed((form) => Object.assign(form, { who: null }), whole), 'who'],
  [changed((form) => Object.assign(form, { reason: 1 }), whole), 'reason'],
  [changed((form) => Object.assign(form, { after: [] }), whole), 'after'],
  [changed((form) => Object.assign(form, { after: 'x' }), whole), 'after'],
  [changed((form) => Object.assign(form, { seed: 'AAAA' }), whole), 'seed'],
  [changed((form) => Object.assign(form, { seed: [toBase64(seed)] }), whole), 'seed'],
])('refuses what is no state: %s', (text, why) => {
  expect(() => stateOf(text)).toThrow(why)
})

const hole = toBase64(new Uint8Array(32))
const withHole = (...path: unknown[]) =>
  changed((form) => {
    form.erased.push([path, hole, 9])
    form.erased.sort((one, other) => (canonicalText(one[0]) < canonicalText(other[0]) ? -1 : 1))
  })

it.each([
  [changed((form) => Object.assign(form, { salts: [] })), 'salts'],
  [changed((form) => Object.assign(form, { erased: {} })), 'erased'],
  [changed((form) => Object.assign(form, { erased: [] })), 'erased'],
  [changed((form) => Object.assign(form, { seed: toBase64(seed) })), 'keys'],
  [changed((form) => form.erased[0]?.push(1)), 'erased.0'],
  [changed((form) => form.erased[1]?.splice(2, 1, 0)), 'erased.1'],
  [changed((form) => form.erased[1]?.splice(2, 1, '9')), 'erased.1'],
  [changed((form) => form.erased[1]?.splice(1, 1, 'AAAA')), 'erased.1'],
  [changed((form) => form.erased[1]?.splice(0, 1, 'who')), 'erased.1'],
  [changed((form) => form.erased.reverse()), 'order'],
  [changed((form) => form.erased.push([['who'], hole, 9])), 'order'],
  [changed((form) => Object.assign(form, { who: 'Ada' })), '["who"]'],
  [changed((form) => Object.assign(form.salts, { '["reason"]': 'AAAA' })), 'salts.["reason"]'],
  [
    changed((form) => Object.assign(form.salts, { '["other"]': form.salts['["reason"]'] })),
    'salts',
  ],
  [changed((form) => delete form.salts['["reason"]']), '["reason"]'],
  [withHole('reason'), '["reason"]'],
  [withHole('after'), '["after"]'],
  [withHole('other'), '["other"]'],
  [withHole('after', 'name'), '["after","name"]'],
  [withHole('after', 'purposes'), '["after","purposes"]'],
  [withHole('after', 'purposes', 'PA-0001.1'), '["after","purposes","PA-0001.1"]'],
  [withHole('after', 'purposes', 'PA-0001.1', 'rowId'), 'rowId'],
  [withHole('after', 'purposes', 'PA-0001.1', 'legalBasis'), 'legalBasis'],
  [withHole('after', 'purposes', 'PA-0001.3', 'purpose'), 'PA-0001.3'],
  [withHole('after', 'texts', 'one', 'purpose'), 'texts'],
  [withHole('after', 'toString', 'PA-0001.1', 'purpose'), 'toString'],
  [changed((form) => Object.assign(form, { after: null })), 'purpose'],
])('refuses what erasure would not have left: %s', (text, why) => {
  expect(() => stateOf(text)).toThrow(why)
})
