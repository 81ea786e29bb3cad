import type { FastifyInstance } from 'fastify'
import { afterEach, describe, expect, it } from 'vitest'
import { appWith } from './app.ts'
import { partsFor } from './parts-for-tests.ts'

const apps: FastifyInstance[] = []
afterEach(async () => {
  await Promise.all(apps.splice(0).map((app) => app.close()))
})

function appOf(environment: Record<string, string> = {}) {
  const app = appWith(
    partsFor(environment, {
      routes: (doors) => void doors.get('/things/:id', () => 'thing'),
      tokenActor: async (token) => (token === 'good' ? { kind: 'token' } : undefined),
    }),
  )
  apps.push(app)
  return app
}

it('counts requests by route pattern, never by address', async () => {
  const app = appOf()
  await app.inject('/things/secret-id')
  const { body, headers } = await app.inject('/metrics')
  expect(headers['content-type']).toContain('text/plain')
  expect(body).toContain('process_resident_memory_bytes')
  expect(body).toMatch(
    /http_request_duration_seconds_count\{method="GET",route="\/things\/:id",status="200"\} 1/,
  )
  expect(body).not.toContain('secret-id')
})

describe('metrics are', () => {
  const statusOf = async (
    headers: Record<string, string>,
    remoteAddress: string,
    environment: Record<string, string> = {},
  ) => (await appOf(environment).inject({ url: '/metrics', headers, remoteAddress })).statusCode

  it('for this machine', async () => {
    expect(await statusOf({}, '127.0.0.1')).toBe(200)
    expect(await statusOf({}, '::1')).toBe(200)
    expect(await statusOf({}, '::ffff:127.0.0.1')).toBe(200)
    expect(await statusOf({}, '203.0.113.9')).toBe(403)
  })

  it('for a program with a token, from anywhere and by any name', async () => {
    const good = { authorization: 'Bearer good', host: '10.0.0.7:3000' }
    expect(await statusOf(good, '203.0.113.9')).toBe(200)
    expect(await statusOf({ authorization: 'Bearer bad' }, '127.0.0.1')).toBe(401)
  })

  it('not for a page that points its own name here', async () => {
    expect(await statusOf({ host: 'evil.example' }, '127.0.0.1')).toBe(403)
  })

  it('not for whom a proxy on this machine passes on', async () => {
    for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])
      expect(await statusOf({ [name]: '127.0.0.1' }, '127.0.0.1'), name).toBe(403)
  })

  it('as a trusted proxy tells the caller', async () => {
    const trusting = { ROPEWALK_TRUST_PROXY: '127.0.0.1' }
    const from = (address: string) => ({ 'x-forwarded-for': address })
    expect(await statusOf(from('203.0.113.9'), '127.0.0.1', trusting)).toBe(403)
    expect(await statusOf(from('127.0.0.1, 203.0.113.9'), '127.0.0.1', trusting)).toBe(403)
    expect(await statusOf(from('127.0.0.1'), '127.0.0.1', trusting)).toBe(200)
    expect(await statusOf({ 'x-real-ip': '127.0.0.1' }, '127.0.0.1', trusting)).toBe(403)
  })
})
