import { describe, expect, it } from 'vitest'
import { type Column, columnsThatFit } from './columns.ts'

const column = (key: string, more: Partial<Column<object>> = {}): Column<object> => ({
  key,
  label: key,
  cell: () => key,
  ...more,
})
const all = [
  column('id', { width: 92, folds: 'id' }),
  column('name'),
  column('who', { width: 192, leavesUnder: 960 }),
  column('suppliers', { width: 156, leavesUnder: 748 }),
  column('findings', { width: 104, folds: 'end' }),
]
const keysAt = (width: number) => columnsThatFit(all, { width, fixed: 36 }).map(({ key }) => key)

describe('columns', () => {
  it('all stand where there is room', () => {
    expect(keysAt(1200)).toEqual(['id', 'name', 'who', 'suppliers', 'findings'])
  })
  it('leave in their order', () => {
    expect(keysAt(950)).toEqual(['id', 'name', 'suppliers', 'findings'])
    expect(keysAt(740)).toEqual(['id', 'name', 'findings'])
  })
  it('leave before the name gets too narrow', () => {
    const chosen = [...all, column('basis', { width: 148 }), column('owner', { width: 180 })]
    const width = 1000
    const standing = columnsThatFit(chosen, { width, fixed: 36 })
    const taken = standing.reduce((sum, each) => sum + (each.width ?? 220), 36)
    expect(taken).toBeLessThanOrEqual(width)
    expect(standing.map(({ key }) => key)).toContain('findings')
  })
  it('never lose the name, the number and the findings', () => {
    expect(keysAt(300)).toEqual(['id', 'name', 'findings'])
  })
})
