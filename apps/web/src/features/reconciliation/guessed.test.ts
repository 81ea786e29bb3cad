import { expect, test } from 'vitest'
import { guessed } from './guessed.ts'

const sheet = (...first: string[][]) => ({ name: '', rows: first.length, columns: 2, first })

test('the column of names and its heading are guessed by the first row', () => {
  expect(guessed(sheet(['Sum', 'Vendor name'], ['12', 'Slack']))).toEqual({
    column: 1,
    header: true,
  })
  expect(guessed(sheet(['Montant', 'Société'], ['12', 'Slack']))).toEqual({
    column: 1,
    header: true,
  })
  expect(guessed(sheet(['Slack'], ['Zoom']))).toEqual({ column: 0, header: false })
  expect(guessed(sheet(['Vendor']))).toEqual({ column: 0, header: false })
})
