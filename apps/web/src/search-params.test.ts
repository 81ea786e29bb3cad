import { describe, expect, it } from 'vitest'
import { parseSearch, stringifySearch } from './search-params.ts'

describe('search params', () => {
  it('reads repeated keys as a list and one as a text', () => {
    expect(parseSearch('?role=controller&role=processor&q=audit')).toEqual({
      role: ['controller', 'processor'],
      q: 'audit',
    })
  })
  it('keeps what looks like a number or JSON as text', () => {
    expect(parseSearch('?q=0012&sort=%7B%7D')).toEqual({ q: '0012', sort: '{}' })
  })
  it('writes what it read, and leaves out what is empty', () => {
    expect(stringifySearch({ role: ['a', 'b'], q: 'x y', sort: '', archived: undefined })).toBe(
      '?role=a&role=b&q=x+y',
    )
    expect(stringifySearch({})).toBe('')
  })
})
