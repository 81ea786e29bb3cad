import { expect, it } from 'vitest'
import { exportTurns } from './export-turns.ts'

/** Exports that go on until they are let go. */
function held(turns = exportTurns({ most: 4, each: 2, deadline: 60_000 })) {
  const end = Promise.withResolvers<void>()
  return { begin: (person: string) => turns(person, () => end.promise), end: end.resolve }
}

it('lets one person have two at once and leaves the others to others', async () => {
  const { begin, end } = held()
  const mine = [begin('US-0001'), begin('US-0001')]
  await expect(begin('US-0001')).rejects.toMatchObject({ code: 'TOO_MANY' })
  const others = [begin('US-0002'), begin('US-0003')]
  await expect(begin('US-0004')).rejects.toMatchObject({
    code: 'UNAVAILABLE',
    message: '4 exports are under way. Try again in a moment.',
  })
  end()
  await Promise.all([...mine, ...others])
  await begin('US-0001')
})

it('makes room when an export fails, and cuts off one that does not end', async () => {
  const turns = exportTurns({ most: 1, each: 1, deadline: 20 })
  await expect(turns('US-0001', () => Promise.reject(new Error('broken')))).rejects.toThrow(
    'broken',
  )
  const cut = turns('US-0001', async (signal) => {
    await new Promise((done) => signal.addEventListener('abort', done))
    return signal.aborted
  })
  expect(await cut).toBe(true)
})
