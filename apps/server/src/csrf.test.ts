import { initTRPC } from '@trpc/server'
import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from '@trpc/server/adapters/fastify'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { appWith } from './app.ts'
import { partsFor } from './parts-for-tests.ts'

let done = 0
const t = initTRPC.create()
const router = t.router({
  things: t.router({
    wipe: t.procedure.mutation(() => ++done),
    list: t.procedure.input((value) => value).query(() => ['thing']),
  }),
})

function routes(app: FastifyInstance) {
  const trpcOptions = { router } satisfies FastifyTRPCPluginOptions<typeof router>['trpcOptions']
  app.register(fastifyTRPCPlugin, { prefix: '/api/trpc', trpcOptions })
  app.post('/api/people/invite', () => ++done)
  app.post('/exports/pack', () => ++done)
  app.post('/unsubscribe', { config: { fromAnywhere: true } }, () => ++done)
}

let app: FastifyInstance
let base: string
beforeAll(async () => {
  app = appWith(partsFor({}, { routes }))
  base = await app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => app.close())
beforeEach(() => {
  done = 0
})

const json = { 'content-type': 'application/json' }
const post = (path: string, headers: Record<string, string>, body: string | FormData = '{}') =>
  app.inject({
    method: 'POST',
    url: path,
    headers: { host: new URL(base).host, ...headers },
    payload: body,
  })

describe('a change', () => {
  it.each([
    ['its own page', { 'sec-fetch-site': 'same-origin' }],
    ['its own page in an old browser', { origin: 'OWN' }],
    ['its own page under the other local name', { origin: 'LOCALHOST' }],
    ['a program with a token', { authorization: 'Bearer abc' }],
  ])('is taken from %s', async (_, given: Record<string, string>) => {
    const origin = given.origin
      ?.replace('OWN', base)
      .replace('LOCALHOST', base.replace('127.0.0.1', 'localhost'))
    const headers = { ...json, ...given, ...(origin ? { origin } : {}) }
    expect((await post('/api/trpc/things.wipe', headers)).statusCode).toBe(200)
    expect(done).toBe(1)
  })

  it.each<[string, Record<string, string>]>([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a sibling site', { 'sec-fetch-site': 'same-site' }],
    ['nowhere', { 'sec-fetch-site': 'none' }],
    ['another origin', { origin: 'https://evil.example' }],
    ['another port', { origin: 'http://127.0.0.1:1' }],
    ['an opaque origin', { origin: 'null' }],
    ['nobody', {}],
    ['a cookie alone', { cookie: 'session=abc' }],
    ['a token beside a cookie', { authorization: 'Bearer abc', cookie: 'session=abc' }],
    ['another site with a token', { authorization: 'Bearer abc', 'sec-fetch-site': 'cross-site' }],
  ])('is refused from %s', async (_, headers) => {
    for (const path of ['/api/trpc/things.wipe', '/api/people/invite', '/exports/pack']) {
      const answer = await post(path, { ...json, ...headers })
      expect(answer.statusCode).toBe(403)
      expect(answer.json().message).toMatch(/nothing was done/)
    }
    expect(done).toBe(0)
  })

  it('is refused as the form without input that tRPC would run for another site', async () => {
    const form = new FormData()
    form.set('a', 'b')
    const answer = await fetch(`${base}/api/trpc/things.wipe`, {
      method: 'POST',
      body: form,
      headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    })
    expect(answer.status).toBe(403)
    expect(done).toBe(0)
  })

  it.each([
    ['a form', 'multipart/form-data; boundary=x'],
    ['plain text', 'text/plain'],
    ['a form with a JSON look', 'text/plain; application/json'],
  ])('is refused as %s even from its own page', async (_, type) => {
    for (const path of ['/api/trpc/things.wipe', '/api/people/invite', '/%61pi/trpc/things.wipe']) {
      const headers = { 'sec-fetch-site': 'same-origin', 'content-type': type }
      expect((await post(path, headers, '--x--')).statusCode).toBe(415)
    }
    expect(done).toBe(0)
  })

  it('is refused without a type', async () => {
    const answer = await fetch(`${base}/api/trpc/things.wipe`, {
      method: 'POST',
      headers: { origin: base },
    })
    expect(answer.status).toBe(415)
    expect(done).toBe(0)
  })

  it('is refused when nested too deeply, before tRPC parses it', async () => {
    const headers = { ...json, 'sec-fetch-site': 'same-origin' }
    const answer = await post('/api/trpc/things.wipe', headers, '['.repeat(1000))
    expect(answer.statusCode).toBe(400)
    expect(answer.json().message).toMatch(/nested too deeply/)
    const input = encodeURIComponent('['.repeat(1000))
    expect((await fetch(`${base}/api/trpc/things.list?input=${input}`)).status).toBe(400)
  })

  it('is taken from anywhere where a route says so', async () => {
    expect((await post('/unsubscribe', json)).statusCode).toBe(200)
  })
})

it('answers tRPC’s reads with the safe headers', async () => {
  const answer = await fetch(`${base}/api/trpc/things.list`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
})

it('takes a batch of twenty verbs in one address', async () => {
  const batch = Array.from({ length: 20 }, () => 'things.list').join(',')
  const answer = await fetch(`${base}/api/trpc/${batch}?batch=1&input=%7B%7D`)
  expect(await answer.json()).toHaveLength(20)
})

describe('a name that is not ours', () => {
  it.each(['evil.example', 'evil.example:3000', '127.0.0.1:1', 'localhost.evil.example'])(
    'is refused: %s',
    async (host) => {
      const answer = await app.inject({ url: '/api/trpc/things.list', headers: { host } })
      expect(answer.statusCode).toBe(421)
      expect(answer.json().message).toMatch(/does not answer under this name/)
    },
  )

  it('reaches the probes all the same', async () => {
    for (const url of ['/healthz', '/readyz'])
      expect((await app.inject({ url, headers: { host: '10.0.0.7:3000' } })).statusCode).toBe(200)
  })
})
