import type { Database } from '@ropewalk/db/database.ts'
import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { enrolled, password, somebody } from '@ropewalk/services/people/test-people.ts'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { appWith } from '../app.ts'
import { keeperForTests, keptLog, partsFor } from '../parts-for-tests.ts'
import { commandContext, userSecondFactorReset } from '../people-cli.ts'
import { people } from './people.ts'

const secret = 'a secret of the installation, for tests'
const email = 'ada@example.com'

// Hashing a password takes its time, the more so while other tests run.
vi.setConfig({ testTimeout: 60_000 })

onBothEngines('the second step of a sign-in', ({ open }) => {
  let database: Database
  let app: FastifyInstance
  let recoveryCodes: string[]
  const { log, text } = keptLog()
  beforeAll(async () => {
    database = await open()
    const { actor } = await somebody(database, email, 'admin')
    const provedAt = new Date().toISOString()
    const context = { ...commandContext(database, keeperForTests()), actor, secret, provedAt }
    recoveryCodes = (await enrolled(context)).recoveryCodes
    app = appWith(
      partsFor(
        {},
        {
          log,
          routes(doors) {
            const asker = people(doors, { database, secret, url: undefined, now: () => new Date() })
            doors.get('/who', async (request) => asker(request))
          },
        },
      ),
    )
  })
  afterAll(() => app.close())

  const headers = { host: '127.0.0.1:3000', 'sec-fetch-site': 'same-origin' }
  const post = (step: 'email' | 'code', payload: object, cookie = '') =>
    app.inject({
      method: 'POST',
      url: `/api/auth/sign-in/${step}`,
      payload,
      headers: { ...headers, cookie },
    })
  const kindOf = async (cookie: string) =>
    (await app.inject({ url: '/who', headers: { ...headers, cookie } })).json().actor.kind
  const pairIn = (cookies: string | string[] | undefined) =>
    [cookies ?? []].flat().map((each) => each.split(';', 1)[0] ?? '')

  it('awaits the code behind a cookie that opens nothing, then gives the session', async () => {
    const first = await post('email', { email, password })
    expect([first.statusCode, first.json()]).toEqual([200, { needsCode: true }])
    const set = String(first.headers['set-cookie'])
    expect(set).toMatch(/^ropewalk-code=[\w-]{43}; Max-Age=300; Path=\/; HttpOnly; SameSite=Lax$/)
    const [pending = ''] = pairIn(set)
    expect(await kindOf(pending)).toBe('public')
    expect(await kindOf(pending.replace('ropewalk-code', 'ropewalk'))).toBe('public')

    const alone = await post('code', { code: recoveryCodes[0] })
    expect([alone.statusCode, alone.json().details]).toEqual([401, { signInAnew: true }])
    const wrong = await post('code', { code: '12345' }, pending)
    expect([wrong.statusCode, wrong.json().message]).toEqual([
      401,
      'The code is wrong, or was used already.',
    ])
    expect((await post('code', { code: 1 }, pending)).statusCode).toBe(400)
    const right = await post('code', { code: recoveryCodes[0] }, pending)
    expect(right.json()).toMatchObject({ user: { name: 'ada' } })
    const [session = '', gone] = pairIn(right.headers['set-cookie'])
    expect(gone).toBe('ropewalk-code=')
    expect(await kindOf(session)).toBe('person')
    for (const hidden of [pending, session].map((pair) => pair.split('=')[1] ?? pair))
      expect(text()).not.toContain(hidden)
    for (const code of recoveryCodes) expect(text()).not.toContain(code)
  })

  it('is taken away from the command line', async () => {
    const context = commandContext(database, keeperForTests())
    expect((await userSecondFactorReset(context, { email })).text).toBe('US-0001')
    expect((await post('email', { email, password })).json()).toHaveProperty('user')
  })
})
