import { expect, it } from 'vitest'
import { isOnItsWay, type PackJob } from './use-pack.ts'

const job: PackJob = {
  id: 'a',
  state: 'running',
  from: '2026-01-01',
  to: '2026-03-31',
  progress: { done: 1, of: 30, file: 'log/heads.txt' },
  download: null,
  bytes: null,
  sha256: null,
  keptUntil: null,
  message: null,
}

it('asks how far a pack is until it is made, and no longer once the answer was a trouble', () => {
  expect(isOnItsWay({ data: job, error: null })).toBe(true)
  expect(isOnItsWay({ data: { ...job, state: 'done' }, error: null })).toBe(false)
  expect(isOnItsWay({ data: undefined, error: null })).toBe(false)
  expect(isOnItsWay({ data: job, error: { code: 'NOT_FOUND', message: '' } })).toBe(false)
})
