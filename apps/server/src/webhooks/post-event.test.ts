import type { LookupAddress, lookup } from 'node:dns'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { afterEach, expect, it } from 'vitest'
import { postEvent } from './post-event.ts'

const signedWith = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
const own = ['127.0.0.1']
const text = '{"type":"webhook.test","timestamp":"2026-11-25T12:00:00.000Z","data":{"é":1}}\n'
const event = (address: string) => ({ id: 'e-1', address, text, signedWith })
const post = (address: string, reach: Parameters<typeof postEvent>[1] = { own }) =>
  postEvent(event(address), reach)

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})
async function listening(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stops.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?a=1`
}
const bodyOf = async (request: IncomingMessage) =>
  Buffer.concat(await request.toArray()).toString('utf8')
const answering = (status: number, headers = {}) =>
  listening((_, reply) => reply.writeHead(status, headers).end('x'))
/** A name server that gives each of these. */
const resolving = (...addresses: string[]) =>
  ((_host: string, _options: object, answer: (error: null, found: LookupAddress[]) => void) =>
    answer(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )) as unknown as typeof lookup

it('posts what another implementation of Standard Webhooks verifies', async () => {
  const got = Promise.withResolvers<[string, IncomingMessage]>()
  const address = await listening(async (request, reply) => {
    got.resolve([await bodyOf(request), request])
    reply.writeHead(204).end()
  })
  expect(await post(address)).toEqual({ outcome: 'sent', detail: '204 No Content' })
  const [body, { headers, method, url }] = await got.promise
  expect([method, url, headers['content-type'], headers['webhook-id']]).toEqual([
    'POST',
    '/hook?a=1',
    'application/json; charset=utf-8',
    'e-1',
  ])
  const given = headers as Record<string, string>
  expect(new Webhook(signedWith).verify(body, given)).toEqual(JSON.parse(text))
  expect(() => new Webhook(signedWith).verify(`${body} `, given)).toThrow('No matching signature')
})

it('gives up for good only where it is gone, and follows no redirect', async () => {
  const other = await answering(200)
  const found = { 410: 'refused', 400: 'failed', 404: 'failed', 429: 'failed', 503: 'failed' }
  for (const [status, outcome] of Object.entries(found))
    expect(await post(await answering(Number(status)))).toMatchObject({ outcome })
  expect(await post(await answering(302, { location: other }))).toEqual({
    outcome: 'failed',
    detail: '302 Found',
  })
})

it.each([
  'http://127.0.0.1:1/',
  'https://127.0.0.1:1/',
  'https://0x7f.1:1/',
  'https://2130706433/',
  'https://[::1]:1/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::7f00:1]/',
  'https://169.254.169.254/latest/meta-data/',
  'https://10.0.0.1/',
])('does not reach %s', async (address) => {
  expect(await post(address, { own: [] })).toMatchObject({
    outcome: 'failed',
    detail: expect.stringContaining('is no address of the public internet'),
  })
})

it('refuses a host when any address of it is private', async () => {
  for (const addresses of [['127.0.0.1'], ['1.1.1.1', '10.0.0.1'], ['::1'], ['64:ff9b::a00:1']])
    expect(
      await post('https://hooks.example/', { own: [], resolve: resolving(...addresses) }),
    ).toEqual({
      outcome: 'failed',
      detail: `${addresses.at(-1)} is no address of the public internet`,
    })
  expect(await post('https://hooks.example/', { own: [], resolve: resolving() })).toMatchObject({
    detail: 'the host has no address',
  })
})

it('reaches a host of the office’s own network, the rest only by https', async () => {
  const { port } = new URL(await answering(200))
  const address = `http://hooks.example:${port}/`
  expect(await post(address, { own, resolve: resolving('127.0.0.1') })).toMatchObject({
    outcome: 'sent',
  })
  expect(await post(address, { own, resolve: resolving('1.1.1.1') })).toEqual({
    outcome: 'failed',
    detail: 'an address of the public internet needs https',
  })
})

it('waits five seconds for an answer, and reads no more of it than it needs', async () => {
  const silent = await listening(() => undefined)
  const endless = await listening((_, reply) => {
    reply.writeHead(200)
    const more = setInterval(() => reply.write('x'.repeat(50_000)), 5)
    reply.on('close', () => clearInterval(more))
  })
  expect(await post(endless)).toMatchObject({ outcome: 'sent' })
  expect(await post(silent)).toEqual({ outcome: 'failed', detail: 'no answer within 5 seconds' })
}, 20_000)

it('says what else went wrong', async () => {
  const { port } = new URL(await answering(200))
  for (const stop of stops.splice(0)) stop()
  expect((await post(`http://127.0.0.1:${port}/`)).detail).toContain('ECONNREFUSED')
  expect(
    (await post(await answering(200).then((at) => at.replace('http:', 'https:')))).outcome,
  ).toBe('failed')
})
