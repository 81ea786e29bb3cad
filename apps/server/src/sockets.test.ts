import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { appWith } from './app.ts'
import { partsFor } from './parts-for-tests.ts'

const app = appWith(partsFor({}, { routes: (doors) => void doors.post('/api/echo', () => 'done') }))
let base: string
beforeAll(async () => {
  base = await app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => app.close())

function said(request: string): Promise<string> {
  const socket = connect(Number(new URL(base).port), '127.0.0.1')
  socket.write(request)
  return text(socket)
}

it.each([
  ['no HTTP at all', 'hello\r\n\r\n', 400],
  ['no Host', 'GET / HTTP/1.1\r\n\r\n', 400],
  [
    'two lengths',
    'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
    400,
  ],
  ['endless headers', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
])('answers %s and hangs up', async (_, request, status) => {
  const answer = await said(request)
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  expect(answer).toContain('Connection: close')
})

it('refuses HTTP/1.0 without a Host', async () => {
  expect(await said('GET /api/none HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 421 /)
})

it('answers 413 to a body of 5 MB, and 403 to another site’s, and goes on', async () => {
  const send = (site: string) =>
    fetch(`${base}/api/echo`, {
      method: 'POST',
      body: JSON.stringify('a'.repeat(5_000_000)),
      headers: { 'content-type': 'application/json', 'sec-fetch-site': site, origin: base },
    })
  const tooLarge = await send('same-origin')
  expect(tooLarge.status).toBe(413)
  expect(await tooLarge.json()).toMatchObject({ code: 'TOO_LARGE' })
  expect((await send('cross-site')).status).toBe(403)
  expect((await fetch(`${base}/healthz`)).status).toBe(200)
})
