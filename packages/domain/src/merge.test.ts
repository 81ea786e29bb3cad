import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changed, created } from './change.ts'
import { changesBetween, isNothing } from './changes-between.ts'
import { differencesBetween } from './differences.ts'
import { clashKey, merge } from './merge.ts'
import type { AnyRecord } from './record.ts'

const clock = { now: '2026-11-24T10:00:00.000Z', today: '2026-11-24' }
const rows = (...purposes: string[]) =>
  purposes.map((purpose) => ({ op: 'add' as const, rows: 'purposes', cells: { purpose } }))
const base = created(
  'activity',
  'PA-0001',
  { fields: { name: 'A', role: 'controller' }, rows: rows('one', 'two', 'three') },
  clock,
)
type Row = { rowId: string; purpose: string }
const purposesOf = (record: AnyRecord) => record.purposes as readonly Row[]
const withPurposes = (list: readonly Row[]): AnyRecord => ({ ...base, purposes: list })

const edited = fc
  .tuple(
    fc.shuffledSubarray([0, 1, 2]),
    fc.array(fc.string({ maxLength: 5 }), { maxLength: 3 }),
    fc.string({ maxLength: 5 }),
  )
  .map(([kept, added, name]): AnyRecord => {
    const own = kept.map((index, place) => {
      const row = purposesOf(base)[index] as Row
      return place % 2 === 0 ? { ...row, purpose: `${row.purpose} ${name}`.trim() } : row
    })
    const fresh = added.map((purpose, index) => ({
      ...(purposesOf(base)[0] as Row),
      rowId: `new-${index}`,
      purpose,
    }))
    return { ...withPurposes([...fresh, ...own]), name }
  })

describe('changes between two states', () => {
  it('lead from one to the other', () => {
    fc.assert(
      fc.property(edited, (after) => {
        const changes = changesBetween('activity', base, after)
        if (isNothing(changes)) return
        const result = changed('activity', base, changes, clock)
        expect(result.name).toBe(after.name)
        expect(purposesOf(result).map((row) => row.purpose)).toEqual(
          purposesOf(after).map((row) => row.purpose),
        )
        const kept = (record: AnyRecord) =>
          purposesOf(record)
            .map((row) => row.rowId)
            .filter((id) => purposesOf(base).some((row) => row.rowId === id))
        expect(kept(result)).toEqual(kept(after))
      }),
    )
  })
})

describe('merging two changes', () => {
  const mine = (changes: object): AnyRecord => ({ ...base, ...changes })
  it('takes both where they touch different facts', () => {
    const { record, clashes } = merge('activity', {
      base,
      mine: mine({ name: 'B' }),
      theirs: mine({ description: 'theirs', version: 2 }),
    })
    expect(clashes).toEqual([])
    expect(record).toMatchObject({ name: 'B', description: 'theirs', version: 2 })
  })
  it('holds both values where they touch the same fact', () => {
    const three = { base, mine: mine({ name: 'B' }), theirs: mine({ name: 'C' }) }
    const { record, clashes } = merge('activity', three)
    expect(clashes).toMatchObject([{ field: 'name', mine: 'B', theirs: 'C', base: 'A' }])
    expect(record.name).toBe('B')
    const [clash] = clashes
    expect(clash && merge('activity', three, { [clashKey(clash)]: 'theirs' }).record.name).toBe('C')
  })
  it('keeps rows that either added, and asks about a row that one removed and the other changed', () => {
    const [one, two, three] = purposesOf(base) as [Row, Row, Row]
    const my = withPurposes([
      { ...one, purpose: 'ONE' },
      two,
      three,
      { ...one, rowId: 'new-1', purpose: 'mine' },
    ])
    const their = withPurposes([two, three, { ...one, rowId: 'PA-0001.99', purpose: 'theirs' }])
    const { record, clashes } = merge('activity', { base, mine: my, theirs: their })
    expect(clashes).toMatchObject([{ field: 'purposes', row: one.rowId, theirs: null }])
    expect(
      purposesOf(record)
        .map((row) => row.purpose)
        .toSorted(),
    ).toEqual(['ONE', 'mine', 'theirs', 'three', 'two'])
  })
  it('loses nothing that either typed', () => {
    fc.assert(
      fc.property(edited, edited, (my, other) => {
        const saved = purposesOf(other).map((row) => ({
          ...row,
          rowId: row.rowId.replace('new-', 'PA-0001.9'),
        }))
        const their = { ...withPurposes(saved), name: other.name, version: 2 }
        const { record, clashes } = merge('activity', { base, mine: my, theirs: their })
        const seen = JSON.stringify([record, clashes])
        const typed = [...purposesOf(my), ...saved].filter(
          (row) =>
            !purposesOf(base).some((was) => was.rowId === row.rowId && was.purpose === row.purpose),
        )
        for (const row of typed) expect(seen).toContain(JSON.stringify(row.purpose).slice(1, -1))
      }),
    )
  })
})

describe('differences', () => {
  it('read as people say them', () => {
    const after = changed(
      'activity',
      base,
      {
        fields: { role: 'processor' },
        rows: [
          { op: 'change', rows: 'purposes', rowId: 'PA-0001.1', cells: { legalBasis: 'contract' } },
        ],
      },
      clock,
    )
    expect(
      differencesBetween(
        'activity',
        { before: base, after },
        { language: 'en', names: () => undefined },
      ),
    ).toEqual([
      { field: 'role', row: null, label: 'Our role', before: 'controller', after: 'processor' },
      {
        field: 'purposes',
        row: 'PA-0001.1',
        label: 'Purposes, Legal basis',
        before: '',
        after: '6(1)(b) contract',
      },
    ])
  })
})
