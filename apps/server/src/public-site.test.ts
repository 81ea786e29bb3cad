import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { schemaPath } from '@ropewalk/site/addresses.ts'
import { moved, twoChanges } from '@ropewalk/site/fixtures/changes.ts'
import { fullList } from '@ropewalk/site/fixtures/full-list.ts'
import { nothingStated, policyFive, x2o } from '@ropewalk/site/fixtures/policy-five.ts'
import { style, stylePath } from '@ropewalk/site/style.ts'
import { afterEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { appWith } from './app.ts'
import { partsFor } from './parts-for-tests.ts'
import type { Reading } from './public-site/latest.ts'
import { publicSite } from './public-site.ts'

const apps: ReturnType<typeof appWith>[] = []
afterEach(async () => {
  await Promise.all(apps.splice(0).map((app) => app.close()))
})

const base = 'https://register.example'
const five = { sequence: 5, organisation: x2o, snapshots: policyFive }

function siteOf(reading: Partial<Reading> = {}) {
  const app = appWith(
    partsFor(
      {},
      {
        routes: (doors) =>
          publicSite(doors, {
            base: () => base,
            published: async () => five,
            publishedSequence: async () => 5,
            publishedMark: async () => '5',
            ...reading,
          }),
      },
    ),
  )
  apps.push(app)
  return app
}

const addresses = [
  '/subprocessors',
  '/fr/subprocessors',
  '/subprocessors.csv',
  '/fr/subprocessors.csv',
  '/subprocessors.json',
  '/fr/subprocessors.json',
  stylePath,
  schemaPath,
  '/robots.txt',
]

describe('every public address', () => {
  it.each(addresses)('%s is the same for everyone and may be kept', async (url) => {
    const { statusCode, headers } = await siteOf().inject(url)
    expect(statusCode).toBe(200)
    expect(headers['cache-control']).toMatch(/^public, max-age=\d+/)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      vary: 'Accept-Encoding',
      'strict-transport-security': 'max-age=31536000',
    })
    expect(headers).not.toHaveProperty('set-cookie')
  })

  it.each(addresses)('%s comes as the client takes it', async (url) => {
    const app = siteOf()
    const get = (accepted: string) => app.inject({ url, headers: { 'accept-encoding': accepted } })
    const [plain, br, gzip, neither] = await Promise.all(
      ['', 'gzip, deflate, br', 'gzip;q=0.5', 'br;q=0, zstd'].map(get),
    )
    expect(plain?.headers).not.toHaveProperty('content-encoding')
    expect(br?.headers['content-encoding']).toBe('br')
    expect(gzip?.headers['content-encoding']).toBe('gzip')
    expect(brotliDecompressSync(br?.rawPayload ?? '')).toEqual(plain?.rawPayload)
    expect(gunzipSync(gzip?.rawPayload ?? '')).toEqual(plain?.rawPayload)
    expect(neither?.rawPayload).toEqual(plain?.rawPayload)
    expect(new Set([plain, br, gzip].map((each) => each?.headers.etag)).size).toBe(3)
  })

  it.each(addresses)('%s is not sent again to who has it', async (url) => {
    const app = siteOf()
    const { headers } = await app.inject(url)
    const etag = String(headers.etag)
    const asked = async (seen: string) => {
      const answer = await app.inject({ url, headers: { 'if-none-match': seen } })
      return [answer.statusCode, answer.rawPayload.length > 0, answer.headers.etag]
    }
    for (const seen of [etag, `W/${etag}`, `"other", ${etag}`, '*'])
      expect(await asked(seen)).toEqual([304, false, etag])
    expect(await asked('"other"')).toEqual([200, true, etag])
    const br = { 'if-none-match': etag, 'accept-encoding': 'br' }
    expect((await app.inject({ url, headers: br })).statusCode).toBe(200)
  })

  it.each(addresses)('%s answers HEAD with its headers alone', async (url) => {
    const app = siteOf()
    const get = await app.inject(url)
    const head = await app.inject({ url, method: 'HEAD' })
    expect(head.rawPayload).toHaveLength(0)
    const lasting = ({ date, ...headers }: Record<string, unknown>) => headers
    expect(lasting(head.headers)).toEqual(lasting(get.headers))
    expect(head.headers['content-length']).toBe(String(get.rawPayload.length))
  })

  it.each(['.csv', '.json'])('any site may read the %s', async (format) => {
    const { headers } = await siteOf().inject(`/subprocessors${format}`)
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    })
  })
})

describe('the page', () => {
  it('may load its style and send its form, and nothing else', async () => {
    const { headers, body } = await siteOf().inject('/subprocessors')
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; base-uri 'none';.* frame-ancestors 'none'/,
    )
    expect(headers['content-security-policy']).not.toContain('script-src')
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headers['content-disposition']).toBe('inline')
    expect(body).toContain(`<link rel="stylesheet" href="${stylePath}">`)
    expect(body).toContain(`<link rel="canonical" href="${base}/subprocessors">`)
  })

  it('finds a style even when a kept page asks for an old one, but for a short time', async () => {
    const { body, headers } = await siteOf().inject('/subprocessors/style.0123456789ab.css')
    expect(body).toBe(style)
    expect(headers['cache-control']).not.toContain('immutable')
    expect((await siteOf().inject('/subprocessors/style.x.css')).statusCode).toBe(404)
  })
})

describe('the CSV', () => {
  it.each(['', '/fr'])('reads as agreed (%s)', async (language) => {
    const { body, headers } = await siteOf().inject(`${language}/subprocessors.csv`)
    const golden = `golden/subprocessors${language.replace('/', '.')}.csv`
    await expect(body).toMatchFileSnapshot(golden)
    expect(headers['content-type']).toMatch(/^text\/csv; charset=utf-8/)
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="ropewalk_subprocessors_\d{8}T\d{6}Z\.csv"$/,
    )
  })

  it('keeps a spreadsheet from running a name', async () => {
    const name = '=HYPERLINK("http://x","y")'
    const snapshots = [{ ...nothingStated, subProcessorId: 'SP-0001', name, function: '+1' }]
    const app = siteOf({ published: async () => ({ ...five, snapshots }) })
    const { body } = await app.inject('/subprocessors.csv')
    expect(body).toContain(`SP-0001,"'=HYPERLINK(""http://x"",""y"")",not stated,'+1,`)
  })
})

it('the JSON keeps to its schema, empty or full', async () => {
  const sites = [
    five,
    { ...five, snapshots: fullList },
    { sequence: 0, organisation: undefined, snapshots: [] },
  ].map((published) => siteOf({ published: async () => published }))
  for (const app of sites) {
    const schema = z.fromJSONSchema((await app.inject(schemaPath)).json())
    const json = (await app.inject('/subprocessors.json')).json()
    expect(schema.safeParse(json).error).toBeUndefined()
    expect(schema.safeParse({ ...json, rows: [{}] }).success).toBe(false)
    expect(json.$schema).toBe(`${base}${schemaPath}`)
  }
})

describe('filters', () => {
  const full = () => siteOf({ published: async () => ({ ...five, snapshots: fullList }) })

  it('hold in every format', async () => {
    const app = full()
    const page = await app.inject('/subprocessors?country=AE')
    expect(page.body).toContain('1 of 4 match')
    const csv = await app.inject('/subprocessors.csv?country=AE')
    expect(csv.body.trim().split('\r\n')).toHaveLength(2)
    expect((await app.inject('/subprocessors.json?country=AE')).json().rows).toHaveLength(1)
    expect((await app.inject('/subprocessors.json?category=DC-9999')).json().rows).toEqual([])
  })

  it('keep answers apart, and together where they mean the same', async () => {
    const app = full()
    const etags = await Promise.all(
      ['', '?utm_source=x', '?q=cloud', '?q=%20cloud&category=', '?q=ledger'].map(
        async (query) => (await app.inject(`/subprocessors${query}`)).headers.etag,
      ),
    )
    expect(etags[0]).toBe(etags[1])
    expect(etags[2]).toBe(etags[3])
    expect(new Set(etags).size).toBe(3)
  })

  it('are refused with a sentence when they are too long or no text', async () => {
    const app = full()
    const long = 'a'.repeat(201)
    const page = await app.inject(`/fr/subprocessors?q=${long}`)
    expect(page.statusCode).toBe(400)
    expect(page.body).toContain('prend au plus 200 caractères.')
    expect(page.headers['cache-control']).toBe('no-store')
    expect(page.headers['content-security-policy']).toContain("style-src 'self'")
    const json = await app.inject('/subprocessors.json?category=%00')
    expect(json.statusCode).toBe(400)
    expect(json.json()).toMatchObject({
      code: 'INVALID',
      message: expect.stringContaining('category'),
    })
  })
})

it('nothing published is a page, a header row and an empty list', async () => {
  const app = siteOf({
    published: async () => ({ sequence: 0, organisation: undefined, snapshots: [] }),
  })
  expect((await app.inject('/subprocessors')).body).toContain('Nothing is published yet.')
  expect((await app.inject('/subprocessors.csv')).body).toMatch(/^sub_processor_id,.*\r\n$/)
  expect((await app.inject('/subprocessors.json')).json()).toMatchObject({ rows: [] })
})

describe('the pages and feeds beside the list', () => {
  const past = { changes: twoChanges, history: moved, timeZone: 'America/Toronto' }
  const now = () => new Date('2026-11-25T02:00:00Z')
  const site = () => siteOf({ published: async () => ({ ...five, ...past }), now })

  it.each([
    ['/subprocessors/changes', 'text/html'],
    ['/subprocessors/changes/CH-0001', 'text/html'],
    ['/subprocessors/SP-0001', 'text/html'],
    ['/subprocessors/as-of/2026-11-24', 'text/html'],
    ['/subprocessors/differences', 'text/html'],
    ['/subprocessors/differences?from=2026-03-01&to=2026-06-01', 'text/html'],
    ['/subprocessors.atom', 'application/atom+xml'],
    ['/subprocessors/feed.json', 'application/feed+json'],
    ['/subprocessors/calendar.ics', 'text/calendar'],
  ])('%s answers in both languages, and 304 to who has it', async (url, type) => {
    const app = site()
    for (const address of [url, `/fr${url}`]) {
      const { statusCode, headers } = await app.inject(address)
      expect([statusCode, headers['content-type']]).toEqual([200, `${type}; charset=utf-8`])
      const seen = { 'if-none-match': String(headers.etag) }
      expect((await app.inject({ url: address, headers: seen })).statusCode).toBe(304)
    }
  })

  it('feeds may be read by any site', async () => {
    for (const url of ['/subprocessors.atom', '/subprocessors/calendar.ics', '/sitemap.xml'])
      expect((await site().inject(url)).headers['access-control-allow-origin']).toBe('*')
  })

  it.each([
    ['/subprocessors/changes/CH-0009', 404],
    ['/subprocessors/SP-0099', 404],
    ['/subprocessors/changes/none', 404],
    // Still the 24th where the organisation is.
    ['/subprocessors/as-of/2026-11-25', 400],
    ['/subprocessors/as-of/2026-02-30', 400],
    ['/subprocessors/differences?from=2026-06-01&to=2026-03-01', 400],
    ['/subprocessors/differences?from=x', 400],
  ])('%s is refused', async (url, status) => {
    expect((await site().inject(url)).statusCode).toBe(status)
  })
})
