import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { afterEach, expect, it, vi } from 'vitest'
import { appWith, type Parts } from './app.ts'
import { keptLog, partsFor } from './parts-for-tests.ts'

let close = async () => {}
afterEach(() => close())

function appOf(given: Partial<Parts>) {
  const app = appWith(partsFor({}, given))
  close = async () => void (await app.close())
  return app
}

it('is alive and ready', async () => {
  const app = appOf({})
  expect((await app.inject('/healthz')).json()).toEqual({ status: 'alive' })
  expect((await app.inject('/readyz')).json()).toEqual({ status: 'ready' })
})

it('is not ready with the sentence of what is in the way', async () => {
  const text = both('{n, plural, one {# migration} other {# migrations}} to run.', '')
  const app = appOf({
    ready: () => Promise.reject(new Refusal('CONFLICT', text, { values: { n: 2 } })),
  })
  const answer = await app.inject('/readyz')
  expect(answer.statusCode).toBe(503)
  expect(answer.headers['retry-after']).toBe('5')
  expect(answer.json()).toEqual({ code: 'UNAVAILABLE', message: '2 migrations to run.' })
  expect((await app.inject('/healthz')).statusCode).toBe(200)
})

it('is not ready when the database is out of reach, told in the log alone', async () => {
  const { log, text } = keptLog()
  const app = appOf({ log, ready: () => Promise.reject(new Error('connect ECONNREFUSED')) })
  const answer = await app.inject('/readyz')
  expect(answer.json().message).toBe('The database cannot be reached.')
  expect(text()).toContain('connect ECONNREFUSED')
})

it('is not ready when the database does not answer in time', async () => {
  const app = appOf({
    ready: () => {
      queueMicrotask(() => vi.advanceTimersByTime(3_000))
      return new Promise(() => {})
    },
  })
  await app.ready()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    expect((await app.inject('/readyz')).statusCode).toBe(503)
  } finally {
    vi.useRealTimers()
  }
})
