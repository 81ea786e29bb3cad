import fc from 'fast-check'
import { expect, it } from 'vitest'
import { marked, numbersIn } from './policy-lines.ts'

it('reads lines and ranges', () => {
  expect(numbersIn('L52 L134-L136 nonsense L7-9')).toEqual([52, 134, 135, 136, 7, 8, 9])
})

it('marks the words that also stand in the record', () => {
  const parts = marked('NetSuite as an ERP system, and more', ['ERP system', 'something else'])
  expect(parts.filter((part) => part.isMarked).map((part) => part.text)).toEqual(['ERP system'])
  expect(parts.map((part) => part.text).join('')).toBe('NetSuite as an ERP system, and more')
})

it('never changes a line', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (line, phrases) => {
      expect(
        marked(line, phrases)
          .map((part) => part.text)
          .join(''),
      ).toBe(line)
    }),
  )
})
