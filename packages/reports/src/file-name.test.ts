import { expect, test } from 'vitest'
import { fileName } from './file-name.ts'

test('a file is named after its dataset and its second', () => {
  expect(fileName('activities-controller', '2026-03-31T14:05:07.890Z', 'csv')).toBe(
    'ropewalk_activities-controller_20260331T140507Z.csv',
  )
})
