import { stateText } from '@ropewalk/log/state.ts'
import { expect, it } from 'vitest'
import { isAfterIn } from './after-in.ts'

const said = { seed: new Uint8Array(32), who: 'Ada', reason: 'x' }
const after = { name: 'A', list: [{ rowId: '1', cell: null }, 2], none: null, zero: 0, yes: true }
const text = stateText({ ...said, after })

it('finds what stood after, whatever the order of its keys', () => {
  const same = { yes: true, zero: -0, none: null, list: [{ cell: null, rowId: '1' }, 2], name: 'A' }
  expect(isAfterIn(text, same)).toBe(true)
  expect(isAfterIn(text, { ...same, more: undefined })).toBe(true)
  expect(isAfterIn(stateText({ ...said, after: null }), null)).toBe(true)
})

it('finds any difference', () => {
  const others: unknown[] = [
    null,
    'A',
    [],
    {},
    { ...after, name: 'B' },
    { ...after, more: null },
    { ...after, none: undefined },
    { ...after, zero: '0' },
    { ...after, list: { 0: { rowId: '1', cell: null }, 1: 2 } },
    { ...after, list: [2, { rowId: '1', cell: null }] },
    { ...after, list: [{ rowId: '1', cell: null }, 2, 3] },
    { ...after, list: [{ rowId: '1' }, 2] },
  ]
  for (const other of others) expect(isAfterIn(text, other), JSON.stringify(other)).toBe(false)
  expect(isAfterIn(undefined, null)).toBe(false)
  expect(isAfterIn('{"after":null,', null)).toBe(false)
  expect(isAfterIn(stateText({ ...said, after: null }), after)).toBe(false)
})
