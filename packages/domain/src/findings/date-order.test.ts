import { describe, expect, it } from 'vitest'
import type { NounKey } from '../field.ts'
import type { Some } from '../test-examples.ts'
import { foundOn, placed, told } from './test-judging.ts'

const rule = 'ends-before-it-starts'
const [early, late] = ['2026-03-01', '2026-03-02']

describe(rule, () => {
  it.each([
    ['endedOn', 'activity', { startedOn: late, endedOn: early }],
    ['contractExpiresOn', 'subProcessor', { contractSignedOn: late, contractExpiresOn: early }],
    ['endedOn', 'subProcessor', { effectiveOn: late, endedOn: early }],
    [
      'assurance SP-0001.2',
      'subProcessor',
      { assurance: [{}, { periodStart: late, periodEnd: early }] },
    ],
  ] satisfies [string, NounKey, Some<'activity'> | Some<'subProcessor'>][])(
    'finds %s of %s %j',
    (place, noun, some) => {
      expect(placed(foundOn(noun, some as Some<NounKey>), rule)).toEqual([`${place} Art. 5(2)`])
    },
  )
  it.each([
    ['activity', { startedOn: early, endedOn: late }],
    ['activity', { startedOn: early, endedOn: early }],
    ['activity', { startedOn: late }],
    ['activity', { endedOn: early }],
    ['subProcessor', { assurance: [{ periodStart: late }, { periodEnd: early }] }],
  ] satisfies [NounKey, Some<'activity'> | Some<'subProcessor'>][])(
    'leaves %s %j',
    (noun, some) => {
      expect(placed(foundOn(noun, some as Some<NounKey>), rule)).toEqual([])
    },
  )
  it('names both days', () => {
    const found = foundOn('subProcessor', { contractSignedOn: late, contractExpiresOn: early })
    expect(told(found, rule)).toEqual([
      '“Signed on” is 2026-03-02, which is after “Expires on”, 2026-03-01.',
    ])
  })
})
