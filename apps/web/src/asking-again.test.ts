import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { askingAgain } from './asking-again.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const asked = (answers: () => boolean) => {
  const ask = vi.fn(() => (answers() ? Promise.resolve(true) : Promise.reject(new Error('gone'))))
  const onAnswer = vi.fn()
  return { ask, onAnswer, again: askingAgain(ask, onAnswer) }
}

it('asks less and less often, at least every half minute, until there is an answer', async () => {
  let isBack = false
  const { ask, onAnswer, again } = asked(() => isBack)
  again.start()
  const counts: number[] = []
  for (const ms of [999, 1, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]) {
    await vi.advanceTimersByTimeAsync(ms)
    counts.push(ask.mock.calls.length)
  }
  expect(counts).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  isBack = true
  await vi.advanceTimersByTimeAsync(30_000)
  expect(onAnswer).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(300_000)
  expect(ask).toHaveBeenCalledTimes(8)
})
it('asks at once when told, and not while nothing is missing', async () => {
  const { ask, onAnswer, again } = asked(() => true)
  await again.now()
  expect(ask).not.toHaveBeenCalled()
  again.start()
  await again.now()
  expect(onAnswer).toHaveBeenCalledTimes(1)
})
it('says nothing once it is stopped', async () => {
  const { ask, onAnswer, again } = asked(() => true)
  again.start()
  const underway = again.now()
  again.stop()
  await underway
  await vi.advanceTimersByTimeAsync(60_000)
  expect(ask).toHaveBeenCalledTimes(1)
  expect(onAnswer).not.toHaveBeenCalled()
})
