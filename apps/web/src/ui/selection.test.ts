import { describe, expect, it } from 'vitest'
import { everything, isSelected, nothing, selectedCount, selecting } from './selection.ts'

describe('selection', () => {
  it('holds some rows', () => {
    const two = selecting(nothing, ['a', 'b'], true)
    expect(isSelected(two, 'a')).toBe(true)
    expect(isSelected(two, 'c')).toBe(false)
    expect(selectedCount(two, 10_000)).toBe(2)
    expect(selectedCount(selecting(two, ['a'], false), 10_000)).toBe(1)
  })
  it('holds all rows but a few, seen or not', () => {
    const most = selecting(everything, ['a'], false)
    expect(isSelected(most, 'a')).toBe(false)
    expect(isSelected(most, 'never drawn')).toBe(true)
    expect(selectedCount(most, 10_000)).toBe(9_999)
    expect(selectedCount(selecting(most, ['a'], true), 10_000)).toBe(10_000)
  })
})
