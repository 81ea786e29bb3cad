import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { afterAll, describe, expect, it } from 'vitest'
import { appWith } from './app.ts'
import { freshFolder, partsFor } from './parts-for-tests.ts'

const script = 'console.log("ropewalk")\n'.repeat(50)

const page =
  '<!doctype html><html lang="en"><head><title>Ropewalk</title></head><body><div id="root"></div></body></html>'

function build(): string {
  const folder = freshFolder()
  mkdirSync(join(folder, 'assets'))
  const write = (name: string, bytes: string | Buffer) => writeFileSync(join(folder, name), bytes)
  write('index.html', page)
  write('index.html.br', brotliCompressSync(page))
  write('favicon.svg', '<svg/>')
  write('assets/index-abc.js', script)
  write('assets/index-abc.js.br', brotliCompressSync(script))
  write('assets/index-abc.js.gz', gzipSync(script))
  write('assets/index-abc.js.map', '{}')
  return folder
}

const app: FastifyInstance = appWith(
  partsFor(
    {},
    { web: build(), routes: (doors) => void doors.get('/log/checkpoint', () => 'head') },
  ),
)
afterAll(() => app.close())
const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers })

describe('the page', () => {
  it.each([
    '/',
    '/activities',
    '/activities/PA-0001?filter=x',
    '/log',
    '/exports',
    '/invitation/abc',
  ])('is what %s shows, as it was built', async (url) => {
    const { statusCode, headers, body } = await get(url)
    expect(statusCode).toBe(200)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headers['cache-control']).toBe('no-store')
    expect(body).toBe(page)
    expect(headers['content-security-policy']).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
    )
  })

  it.each([
    '/api/none',
    '/exports/none',
    '/subprocessors',
    '/fr',
    '/log/entries/1/proof',
    '/assets/none.js',
    '/assets/index-abc.js.map',
    '/assets/index-abc.js.br',
    '/index.html',
    '/robots.txt',
    '/..%2f..%2fpackage.json',
  ])('is not what %s shows', async (url) => {
    expect((await get(url)).statusCode).toBe(404)
  })

  it('leaves the other doors their addresses', async () => {
    expect((await get('/log/checkpoint')).body).toBe('head')
  })

  it('is missing with a sentence until it is built', async () => {
    const bare = appWith(partsFor())
    const answer = await bare.inject('/')
    expect(answer.statusCode).toBe(503)
    expect(answer.json().message).toContain('pnpm start')
    await bare.close()
  })
})

describe('a file of the build', () => {
  const path = '/assets/index-abc.js'

  it('is kept for ever by its hashed name', async () => {
    const { headers, body } = await get(path)
    expect(body).toBe(script)
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/javascript; charset=utf-8',
      vary: 'Accept-Encoding',
      'x-content-type-options': 'nosniff',
    })
    expect(headers).not.toHaveProperty('content-encoding')
  })

  it.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip;q=1.0, br;q=0.5', 'br', brotliDecompressSync],
    ['GZIP', 'gzip', gunzipSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
  ])('is sent for Accept-Encoding %s as %s', async (accepted, encoding, unpack) => {
    const { headers, rawPayload } = await get(path, { 'accept-encoding': accepted })
    expect(headers['content-encoding']).toBe(encoding)
    expect(headers['content-length']).toBe(String(rawPayload.length))
    expect(unpack(rawPayload).toString()).toBe(script)
  })

  it.each(['', 'identity', 'br;q=0', 'deflate'])('is sent plain for %j', async (accepted) => {
    expect((await get(path, { 'accept-encoding': accepted })).body).toBe(script)
  })

  it('is not sent again to who has it, by encoding', async () => {
    const plain = String((await get(path)).headers.etag)
    const packed = String((await get(path, { 'accept-encoding': 'br' })).headers.etag)
    expect(packed).not.toBe(plain)
    const again = await get(path, { 'accept-encoding': 'br', 'if-none-match': `"x", W/${packed}` })
    expect(again.statusCode).toBe(304)
    expect(again.body).toBe('')
    expect(again.headers).toMatchObject({ etag: packed, vary: 'Accept-Encoding' })
    expect((await get(path, { 'if-none-match': packed })).statusCode).toBe(200)
  })

  it('is asked for again when its name does not tell its content', async () => {
    const { headers } = await get('/favicon.svg')
    expect(headers['cache-control']).toBe('no-cache')
    expect(headers).toHaveProperty('etag')
  })

  it('tells its length to a HEAD', async () => {
    const answer = await app.inject({ method: 'HEAD', url: path })
    expect(answer.headers['content-length']).toBe(String(script.length))
    expect(answer.body).toBe('')
  })
})

describe('a page that is drawn here', () => {
  const html = '<main>rows</main>'.repeat(20)
  const drawn = { noun: 'activity', language: 'fr', title: 'Activités', html, answers: [] } as const
  const web = build()
  const drawing = appWith(
    partsFor(
      {},
      { web, firstScreens: async ({ url }) => (url === '/activities' ? drawn : undefined) },
    ),
  )
  afterAll(() => drawing.close())

  it.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['', undefined, (bytes: Buffer) => bytes],
  ])(
    'comes with its rows for Accept-Encoding %j, kept nowhere',
    async (accepted, encoding, unpack) => {
      const answer = await drawing.inject({
        url: '/activities',
        headers: { 'accept-encoding': accepted },
      })
      const { headers } = answer
      expect(unpack(answer.rawPayload).toString()).toContain(html)
      expect(headers['content-encoding']).toBe(encoding)
      expect(headers['cache-control']).toBe('no-store')
      expect(headers.vary).toBe('Accept-Encoding')
      expect(headers['content-security-policy']).toContain("script-src 'self';")
    },
  )

  it('is as it was built where nothing is drawn', async () => {
    expect((await drawing.inject('/log')).body).toBe(page)
  })
})
