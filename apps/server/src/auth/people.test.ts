import { setTimeout } from 'node:timers/promises'
import type { Database } from '@ropewalk/db/database.ts'
import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { firstAccountLink } from '@ropewalk/services/people/first-account.ts'
import { invitePerson } from '@ropewalk/services/people/invite.ts'
import { createToken } from '@ropewalk/services/people/tokens.ts'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { appWith } from '../app.ts'
import { keeperForTests, keptLog, partsFor } from '../parts-for-tests.ts'
import { commandContext } from '../people-cli.ts'
import { people } from './people.ts'

const secret = 'a secret of the installation, for tests'
const email = 'ada@example.com'
const password = 'correct horse battery staple'

// Hashing a password takes its time, the more so while other tests run.
vi.setConfig({ testTimeout: 60_000 })

onBothEngines('the doors of people', ({ open }) => {
  let database: Database
  let app: FastifyInstance
  const { log, text } = keptLog()
  const planted: string[] = [password, 'wrong-guess-of-a-password', 'mallory@example.com']

  const made = (url?: string) =>
    appWith(
      partsFor(url === undefined ? {} : { ROPEWALK_URL: url }, {
        log,
        routes(doors) {
          const asker = people(doors, { database, secret, url, now: () => new Date() })
          doors.get('/who', async (request) => asker(request))
        },
      }),
    )
  beforeAll(async () => {
    database = await open()
    app = made()
  })
  afterAll(() => app.close())

  const ask = (options: InjectOptions, at = app) =>
    at.inject({ headers: { host: '127.0.0.1:3000' }, ...options })
  const post = (url: string, payload: object, headers: Record<string, string> = {}, at = app) =>
    at.inject({
      method: 'POST',
      url,
      payload,
      headers: { host: '127.0.0.1:3000', 'sec-fetch-site': 'same-origin', ...headers },
    })
  const signIn = (typed: string = password, who = email) =>
    post('/api/auth/sign-in/email', { email: who, password: typed })
  const cookieIn = (header: string | string[] | undefined) => {
    const cookie = String(header).split(';', 1)[0] ?? ''
    planted.push(cookie.split('=')[1] ?? cookie)
    return cookie
  }
  const who = async (headers: Record<string, string>) =>
    (await ask({ url: '/who', headers: { host: '127.0.0.1:3000', ...headers } })).json().actor

  it('makes the first account by its link: GET shows, POST acts once', async () => {
    const link = (await firstAccountLink(database, 'http://127.0.0.1:3000')) ?? ''
    const token = link.split('/').at(-1) ?? ''
    planted.push(token)
    const url = `/api/people/link/${token}`
    for (const _ of [1, 2])
      expect((await ask({ url })).json()).toMatchObject({ kind: 'first', email: '' })
    const weak = await post(url, { name: 'Ada', email, password: 'ada@example.com' })
    expect([weak.statusCode, weak.json().field]).toEqual([400, 'password'])
    const answer = await post(url, { name: 'Ada', email, password, token: 'another' })
    expect(answer.json()).toEqual({
      user: { id: 'US-0001', name: 'Ada', roles: ['admin', 'dpo'], language: 'en' },
    })
    expect(await who({ cookie: cookieIn(answer.headers['set-cookie']) })).toMatchObject({
      kind: 'person',
      id: 'US-0001',
    })
    expect((await post(url, { name: 'Eve', email, password })).statusCode).toBe(404)
    expect((await ask({ url })).statusCode).toBe(404)
  })

  it('signs in with a cookie that no script can read, and out again', async () => {
    const answer = await signIn()
    const set = String(answer.headers['set-cookie'])
    expect(answer.statusCode).toBe(200)
    expect(set).toMatch(/^ropewalk=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/)
    const cookie = cookieIn(set)
    expect(answer.body).not.toContain(cookie.split('=')[1])
    expect(answer.headers['cache-control']).toBe('no-store')
    expect((await who({ cookie })).kind).toBe('person')
    const out = await post('/api/auth/sign-out', {}, { cookie })
    expect(out.statusCode).toBe(200)
    expect(out.headers['set-cookie']).toContain('ropewalk=; Max-Age=0;')
    expect((await who({ cookie })).kind).toBe('public')
    expect((await post('/api/auth/sign-out', {}, { cookie })).statusCode).toBe(200)
  })

  it('binds the cookie to the host and to encryption behind https', async () => {
    const secure = made('https://register.example')
    const host = 'register.example'
    const answer = await post('/api/auth/sign-in/email', { email, password }, { host }, secure)
    const set = String(answer.headers['set-cookie'])
    expect(set).toMatch(/^__Host-ropewalk=.*; Path=\/; HttpOnly; SameSite=Lax; Secure$/)
    expect(set).not.toContain('Domain')
    cookieIn(set)
    await secure.close()
  })

  it('answers unknown and wrong alike, then makes wait, with no cookie', async () => {
    const guess = 'wrong-guess-of-a-password'
    await signIn()
    for (const known of [email, 'mallory@example.com']) {
      const answers = []
      for (const _ of [1, 2, 3, 4, 5]) answers.push(await signIn(guess, known))
      expect(answers.map((answer) => answer.statusCode)).toEqual([401, 401, 401, 401, 429])
      expect(answers[0]?.json()).toEqual({
        code: 'UNAUTHORIZED',
        message: 'The address or the password is wrong.',
      })
      const last = answers.at(-1)
      expect(last?.headers['retry-after']).toBe('1')
      expect(last?.json()).toMatchObject({ code: 'TOO_MANY', details: { retryAfter: 1 } })
      for (const answer of answers) expect(answer.headers['set-cookie']).toBeUndefined()
    }
    await setTimeout(1_100)
    const right = await signIn()
    expect(right.statusCode).toBe(200)
    cookieIn(right.headers['set-cookie'])
  })

  it('limits a network that fails for many addresses', async () => {
    const tries = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        app.inject({
          method: 'POST',
          url: '/api/auth/sign-in/email',
          payload: { email: `${n}@example.com` },
          remoteAddress: '203.0.113.9',
          headers: { host: '127.0.0.1:3000', 'sec-fetch-site': 'same-origin' },
        }),
      ),
    )
    const codes = tries.map((each) => each.statusCode)
    expect(codes.filter((code) => code === 400)).toHaveLength(30)
    expect(codes.filter((code) => code === 429)).toHaveLength(10)
    expect(tries.at(-1)?.headers['retry-after']).toBe('20')
  })

  it('refuses what another site asks for, and what is no JSON', async () => {
    const cross = { 'sec-fetch-site': 'cross-site' }
    const asked = { email, password }
    expect((await post('/api/auth/sign-in/email', asked, cross)).statusCode).toBe(403)
    expect((await post('/api/auth/sign-out', {}, cross)).statusCode).toBe(403)
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    expect((await post('/api/auth/sign-out', {}, form)).statusCode).toBe(415)
    for (const bad of [[], [1], { email: 1 }, { email, password, extra: 1 }, { email: null }])
      expect((await post('/api/auth/sign-in/email', bad)).statusCode).toBe(400)
  })

  it.each([
    'sign-up/email',
    'get-session',
    'sign-in/social',
    'request-password-reset',
    'verify-password',
    'update-user',
  ])('has no /api/auth/%s', async (path) => {
    expect((await post(`/api/auth/${path}`, {})).statusCode).toBe(404)
    expect((await ask({ url: `/api/auth/${path}` })).statusCode).toBe(404)
  })

  it('knows a token of a program, and judges by it alone', async () => {
    const context = commandContext(database, keeperForTests())
    const { token } = await createToken.run(context, { person: 'US-0001', label: 'audit' })
    planted.push(token)
    const authorization = `Bearer ${token}`
    expect(await who({ authorization })).toMatchObject({ kind: 'token', id: 'US-0001' })
    const cookie = cookieIn((await signIn()).headers['set-cookie'])
    expect((await who({ authorization, cookie })).kind).toBe('token')
    for (const wrong of ['Bearer rw_nonsense', `Basic ${token}`, 'Bearer', `Bearer ${token}x`])
      expect((await who({ authorization: wrong, cookie })).kind).toBe('public')
  })

  it('keeps every secret out of the log and the history', async () => {
    const invited = await invitePerson.run(commandContext(database, keeperForTests()), {
      email: 'guest@example.com',
      name: 'Guest',
      roles: ['editor'],
    })
    const token = invited.path.split('/').at(-1) ?? ''
    planted.push(token)
    await ask({ url: `/api/people/link/${token}` })
    await post(`/api/people/link/${token}`, { password: 'short' })
    const told = await database.reading(async (db) =>
      JSON.stringify([
        await db.select().from(database.tables.entries),
        await db.select().from(database.tables.states),
      ]),
    )
    expect(told).toContain('people.signInRefused')
    expect(text()).toContain('/api/people/link/')
    expect(planted.length).toBeGreaterThan(8)
    for (const each of planted) {
      expect(text()).not.toContain(each)
      expect(told).not.toContain(each)
    }
    for (const each of ['argon2', secret]) expect(text() + told).not.toContain(each)
  })
})
