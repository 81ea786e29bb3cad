import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import type { FastifyInstance } from 'fastify'
import { afterEach, describe, expect, it } from 'vitest'
import { appWith, type Parts } from './app.ts'
import { keptLog, partsFor } from './parts-for-tests.ts'

const ownPage = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
const apps: FastifyInstance[] = []

function appOf(given: Partial<Parts> = {}, environment: Record<string, string> = {}) {
  const app = appWith(partsFor(environment, { routes, ...given }))
  apps.push(app)
  return app
}
afterEach(async () => {
  await Promise.all(apps.splice(0).map((app) => app.close()))
})

const stale = both('{who} changed it before you.', '{who} l’a modifié avant vous.')

function routes(app: FastifyInstance) {
  app.post('/echo', ({ body }) => body)
  app.get('/echo', ({ query }) => query)
  app.post('/echo/:name', ({ params }) => params)
  app.get('/bug', (_request, reply) => {
    reply.header('content-disposition', 'attachment; filename=a.csv').header('etag', '"1"')
    throw new Error('secret detail of a table')
  })
  app.get('/refuse/:code', ({ params }) => {
    const { code } = params as { code: Refusal['code'] }
    throw new Refusal(code, stale, {
      values: { who: '<b>Anna</b>' },
      field: 'purposes.0',
      details: { version: 2 },
    })
  })
  app.get('/fr/refuse', () => {
    throw new Refusal('CONFLICT', stale, { values: { who: 'Anna' } })
  })
}

describe('a refusal', () => {
  it.each([
    ['INVALID', 400],
    ['UNAUTHORIZED', 401],
    ['FORBIDDEN', 403],
    ['NOT_FOUND', 404],
    ['CONFLICT', 409],
    ['TOO_LARGE', 413],
    ['TOO_MANY', 429],
    ['UNAVAILABLE', 503],
    ['NO_ROOM', 507],
  ])('%s is answered with %i and its sentence', async (code, status) => {
    const answer = await appOf().inject(`/refuse/${code}`)
    expect(answer.statusCode).toBe(status)
    expect(answer.json()).toEqual({
      code,
      message: '<b>Anna</b> changed it before you.',
      field: 'purposes.0',
      details: { version: 2 },
    })
  })

  it('is a small page for a browser, its text shown as text', async () => {
    const headers = { accept: 'text/html,*/*;q=0.8' }
    const answer = await appOf().inject({ url: '/refuse/CONFLICT', headers })
    expect(answer.statusCode).toBe(409)
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.body).toContain('&lt;b&gt;Anna&lt;/b&gt; changed it before you.')
    expect(answer.headers['content-security-policy']).toContain("style-src 'self' 'sha256-")
  })

  it('speaks the language of the address, or the one that the web app names', async () => {
    const app = appOf()
    expect((await app.inject('/fr/refuse')).json().message).toBe('Anna l’a modifié avant vous.')
    expect((await app.inject('/refuse/CONFLICT?lang=fr')).json().message).toContain('avant vous')
    const headers = { 'accept-language': 'fr' }
    expect((await app.inject({ url: '/api/none', headers })).json().message).toContain('rien')
    expect((await app.inject({ url: '/none.txt', headers })).json().message).toContain('nothing')
  })
})

describe('a bug', () => {
  it('is told in the log and as one neutral sentence with its reference', async () => {
    const { log, lines } = keptLog()
    const answer = await appOf({ log }).inject({ url: '/bug', headers: { cookie: 'a=hunter2' } })
    expect(answer.statusCode).toBe(500)
    const { reference, ...rest } = answer.json()
    expect(rest).toEqual({ code: 'INTERNAL', message: expect.stringMatching(/our side/) })
    expect(answer.body).not.toMatch(/secret detail|app\.test/)
    expect(answer.headers).not.toHaveProperty('content-disposition')
    expect(answer.headers).not.toHaveProperty('etag')
    const line = lines().find(({ msg }) => msg === 'a request failed')
    expect(line).toMatchObject({
      request: reference,
      err: { message: 'secret detail of a table' },
      req: { method: 'GET', path: '/bug' },
    })
    expect(JSON.stringify(lines())).not.toContain('hunter2')
  })

  it('shows a browser no more', async () => {
    const answer = await appOf().inject({ url: '/bug', headers: { accept: 'text/html' } })
    expect(answer.statusCode).toBe(500)
    expect(answer.body).toMatch(/<p>Reference: [0-9a-f-]{36}<\/p>/)
    expect(answer.body).not.toContain('secret detail')
  })
})

describe('what is sent', () => {
  const send = (payload: string | Buffer, headers: Record<string, string> = {}) =>
    appOf().inject({ method: 'POST', url: '/echo', payload, headers: { ...ownPage, ...headers } })

  it('is taken as JSON', async () => {
    expect((await send('{"a":[1,"[[[[\\""]}')).json()).toEqual({ a: [1, '[[[["'] })
  })

  it.each([
    ['cut short', '{"a":'],
    ['empty', ''],
    ['a prototype', '{"__proto__":{"admin":true}}'],
  ])('is refused when it is %s', async (_, payload) => {
    const answer = await send(payload)
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toEqual({
      code: 'INVALID',
      message: expect.stringMatching(/^What was sent is not readable JSON\.|^The request could/),
    })
  })

  it('is refused when it is nested too deeply, and taken just below', async () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
    const answer = await send(nested(100_000))
    expect(answer.statusCode).toBe(400)
    expect(answer.json().message).toBe('What was sent is nested too deeply: at most 32 levels.')
    expect((await send(nested(33))).statusCode).toBe(400)
    expect((await send(nested(32))).statusCode).toBe(200)
    const input = encodeURIComponent('{"a":'.repeat(200))
    expect((await appOf().inject(`/echo?input=${input}`)).statusCode).toBe(400)
  })

  it('is refused above 256 kB', async () => {
    const answer = await send(Buffer.alloc(5_000_000, '1'))
    expect(answer.statusCode).toBe(413)
    expect(answer.json()).toEqual({ code: 'TOO_LARGE', message: 'What was sent is too large.' })
  })

  it.each(['text/plain', 'multipart/form-data; boundary=x', 'application/xml'])(
    'is refused as %s',
    async (type) => {
      const answer = await send('a', { 'content-type': type })
      expect(answer.statusCode).toBe(415)
      expect(answer.json().message).toMatch(/not of a kind/)
    },
  )
})

describe('an address', () => {
  it.each([
    ['/api/none', 404],
    ['/wp-login.php', 404],
    ['/%', 400],
    ['/%c0%ae', 400],
    ['/fr/none', 404],
  ])('%s is answered in a sentence', async (url, status) => {
    const answer = await appOf().inject(url)
    expect(answer.statusCode).toBe(status)
    expect(answer.json().message).toMatch(/\.$/)
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
  })
})

it('refuses an address too long for its route', async () => {
  const url = `/echo/${'a'.repeat(3000)}`
  const answer = await appOf().inject({ method: 'POST', url, payload: '{}', headers: ownPage })
  expect(answer.statusCode).toBe(414)
  expect(answer.json()).toEqual({ code: 'TOO_LARGE', message: 'The address is too long.' })
  expect(answer.headers['x-content-type-options']).toBe('nosniff')
})

describe('every answer', () => {
  it('is safe until its route says otherwise', async () => {
    const { headers } = await appOf().inject('/echo')
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; form-action 'none'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; sandbox",
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    })
    expect(headers['permissions-policy']).toContain('camera=()')
    expect(headers).not.toHaveProperty('strict-transport-security')
    expect(headers).not.toHaveProperty('x-powered-by')
  })

  it('asks for https behind https only', async () => {
    const app = appOf({}, { ROPEWALK_URL: 'https://register.example' })
    const { headers } = await app.inject({ url: '/echo', headers: { host: 'register.example' } })
    expect(headers['strict-transport-security']).toBe('max-age=31536000')
  })

  it('is told in the log without its query', async () => {
    const { log, lines } = keptLog()
    await appOf({ log }).inject('/echo?q=Anna')
    expect(lines().at(-1)).toMatchObject({ level: 'debug', path: '/echo', status: 200 })
  })
})
