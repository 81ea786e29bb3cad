import { describe, expect, it } from 'vitest'
import { movedBy } from './moves.ts'

const size = { rows: 100, columns: 5, page: 10 }
const press = (key: string, from = { row: 50, column: 2 }, ctrlKey = false) =>
  movedBy({ key, ctrlKey }, from, size)

describe('moving by keyboard', () => {
  it('goes one cell, or to an end', () => {
    expect(press('ArrowDown')).toEqual({ row: 51, column: 2 })
    expect(press('ArrowLeft')).toEqual({ row: 50, column: 1 })
    expect(press('Home')).toEqual({ row: 50, column: 0 })
    expect(press('End', undefined, true)).toEqual({ row: 99, column: 4 })
    expect(press('PageUp')).toEqual({ row: 40, column: 2 })
  })
  it('stays within the table', () => {
    expect(press('ArrowUp', { row: 0, column: 0 })).toEqual({ row: 0, column: 0 })
    expect(press('PageDown', { row: 95, column: 4 })).toEqual({ row: 99, column: 4 })
    expect(press('ArrowRight', { row: 1, column: 4 })).toEqual({ row: 1, column: 4 })
  })
  it('leaves other keys alone', () => {
    expect(press('a')).toBeUndefined()
  })
})
