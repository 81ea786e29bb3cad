import { sha256 } from '@noble/hashes/sha2.js'
import * as fc from 'fast-check'
import { toBase64 } from './bytes.ts'
import { rootOfState } from './cells.ts'
import { stateText } from './state.ts'

export const seed = new Uint8Array(32).fill(7)
export const after = {
  id: 'PA-0001',
  name: 'Accounts',
  declared: { transfers: { answer: 'none' } },
  texts: ['one', 'two'],
  measures: [],
  purposes: [
    { rowId: 'PA-0001.1', purpose: 'Ada Lovelace asked', legalBasis: 'f' },
    { rowId: 'PA-0001.2', purpose: 'Sign in', legalBasis: null },
  ],
}
export const said = { who: 'Ada Lovelace', reason: 'She moved', after }
export const whole = stateText({ seed, ...said })
export const purpose = ['after', 'purposes', 'PA-0001.1', 'purpose']

export const rootOf = (text: string): string => toBase64(rootOfState(text, sha256))

const key = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.constantFrom('__proto__', 'who', 'rowId', 'after', '10', '9', 'é', '\u{10000}', '\uffff'),
)
const value = fc.jsonValue({ maxDepth: 2 }).map((json): unknown => JSON.parse(JSON.stringify(json)))
const cells = fc.array(fc.tuple(key, value), { maxLength: 5 })
const rows = fc
  .uniqueArray(fc.string({ maxLength: 6 }), { maxLength: 4 })
  .chain((ids) =>
    fc.tuple(...ids.map((rowId) => cells.map((pairs) => objectOf([...pairs, ['rowId', rowId]])))),
  )
/** Any state: keys that languages trip over, rows, values of every kind. */
export const anySaid = fc.record({
  who: fc.string({ unit: 'grapheme' }),
  reason: fc.string({ maxLength: 9 }),
  after: fc.option(fc.array(fc.tuple(key, fc.oneof(value, rows)), { maxLength: 6 }).map(objectOf)),
})

function objectOf(pairs: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  return Object.fromEntries(pairs)
}
