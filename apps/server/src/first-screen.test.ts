import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import type { FastifyRequest } from 'fastify'
import { afterEach, expect, it, vi } from 'vitest'
import { type FirstScreen, firstScreens } from './first-screen.ts'

const nobody = both('Sign in.', 'Connectez-vous.')
const context = () => Promise.reject(new Refusal('UNAUTHORIZED', nobody))
const drawn = {
  noun: 'activity',
  language: 'en',
  title: 'Activities',
  html: 'x',
  answers: [],
} as const
const error = vi.fn()
const asked = (url: string, cookie: string | undefined = 'ropewalk=x') =>
  ({ url, headers: { cookie }, log: { error } }) as unknown as FastifyRequest
const knownContext = async () => ({}) as never

afterEach(() => void error.mockClear())

it('draws what an address asks for, with its words', async () => {
  const draw = vi.fn<FirstScreen>(async () => drawn)
  const screens = firstScreens(knownContext, async () => draw)
  expect(await screens(asked('/activities?role=controller&sort=name'))).toBe(drawn)
  expect(draw.mock.calls[0]?.[0]).toMatchObject({
    path: '/activities',
    search: '?role=controller&sort=name',
  })
})

it.each([
  ['an earlier day', asked('/activities?as-of=2026-01-01')],
  ['a language in the address', asked('/activities?lang=fr')],
  ['a stranger without a cookie', { ...asked('/activities'), headers: {} } as FastifyRequest],
])('leaves the page to draw itself for %s', async (_, request) => {
  const draw = vi.fn<FirstScreen>(async () => drawn)
  expect(await firstScreens(knownContext, async () => draw)(request)).toBeUndefined()
  expect(draw).not.toHaveBeenCalled()
})

it('leaves a person whose session ended to the sign-in, without a fault', async () => {
  const screens = firstScreens(context, async () => async () => drawn)
  expect(await screens(asked('/activities'))).toBeUndefined()
  expect(error).not.toHaveBeenCalled()
})

it('tells a fault of the drawing and serves the page all the same', async () => {
  const screens = firstScreens(knownContext, async () => async () => {
    throw new Error('no such component')
  })
  expect(await screens(asked('/activities'))).toBeUndefined()
  expect(error).toHaveBeenCalledOnce()
})

it('keeps nobody waiting for rows that are slow to come', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  const screens = firstScreens(knownContext, async () => () => new Promise(() => {}))
  const answer = screens(asked('/activities'))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(await answer).toBeUndefined()
  vi.useRealTimers()
})

it('asks the verbs of the router and no others', async () => {
  const screens = firstScreens(knownContext, async () => async ({ ask }) => {
    await ask({ router: 'activities', verb: 'nothing', input: {} })
    return drawn
  })
  expect(await screens(asked('/activities'))).toBeUndefined()
  expect(error).toHaveBeenCalledOnce()
})
