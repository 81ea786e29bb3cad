import type { Database } from '@ropewalk/db/database.ts'
import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { claimMails } from '@ropewalk/services/mails/claim-mails.ts'
import { contextOf } from '@ropewalk/services/test-contexts.ts'
import { expect, it } from 'vitest'
import { appWith } from './app.ts'
import { partsFor } from './parts-for-tests.ts'
import { publicParts } from './public-parts.ts'
import { openSubscriptions } from './subscriptions-door.ts'

const opened = (database: Database) => {
  const site = publicParts({ database, base: () => 'https://register.example' })
  const { actor: _, door: __, ...context } = contextOf(database)
  return appWith(
    partsFor(
      {},
      {
        routes: (app) =>
          openSubscriptions(app, { context: () => context, published: site.published }),
      },
    ),
  )
}
const form = {
  'content-type': 'application/x-www-form-urlencoded',
  'sec-fetch-site': 'same-origin',
}
const tokens = async (database: Database) => {
  const claimed = await claimMails(contextOf(database), { by: 'test', most: 100 })
  return claimed.flatMap((each) =>
    'mail' in each ? (/confirm\/(\S+)/.exec(each.mail.text)?.[1] ?? []) : [],
  )
}

onBothEngines('the public subscription', ({ open }) => {
  it('shows on GET and acts on POST, in both languages, and answers the same to everyone', async () => {
    const database = await open()
    const app = opened(database)
    const states = async () =>
      (await database.reading((db) => db.select().from(database.tables.subscriptions))).map(
        ({ state }) => state,
      )
    for (const path of ['/subprocessors/subscribe', '/fr/subprocessors/subscribe']) {
      const page = await app.inject(path)
      expect(page.statusCode).toBe(200)
      expect(page.headers['content-security-policy']).toContain("form-action 'self'")
      expect(page.body).not.toContain('<script')
    }
    const payload = 'email=anna%40example.com&country=US&outside-eea=yes'
    const ask = () =>
      app.inject({ method: 'POST', url: '/subprocessors/subscribe', headers: form, payload })
    const first = await ask()
    expect(first.statusCode).toBe(200)
    const [token = ''] = await tokens(database)
    const confirm = `/subprocessors/confirm/${token}`
    expect((await app.inject(confirm)).statusCode).toBe(200)
    expect(await states()).toEqual(['pending'])
    expect((await app.inject({ method: 'POST', url: confirm, headers: form })).statusCode).toBe(200)
    expect(await states()).toEqual(['confirmed'])
    expect((await app.inject(confirm)).statusCode).toBe(404)
    for (const _ of [1, 2, 3, 4, 5]) expect((await ask()).body).toBe(first.body)
    await app.close()
  })

  it('refuses what is no address, another site’s form, and too large a one', async () => {
    const database = await open()
    const app = opened(database)
    const url = '/fr/subprocessors/subscribe'
    const post = (payload: string, headers: Record<string, string> = form) =>
      app.inject({ method: 'POST', url, headers, payload })
    const wrong = await post('email=nonsense')
    expect(wrong.statusCode).toBe(400)
    expect(wrong.body).toContain('Adresse électronique')
    const foreign = { ...form, 'sec-fetch-site': 'cross-site' }
    expect((await post('email=a%40example.com', foreign)).statusCode).toBe(403)
    expect((await post(`email=${'a'.repeat(17_000)}`)).statusCode).toBe(413)
    expect((await post('email=<script>alert(1)</script>')).body).not.toContain('<script>')
    expect(await tokens(database)).toEqual([])
    await app.close()
  })

  it('refuses a network that asks too often', async () => {
    const database = await open()
    const app = opened(database)
    const ask = (number: number) =>
      app.inject({
        method: 'POST',
        url: '/subprocessors/subscribe',
        headers: form,
        payload: `email=a${number}%40example.com`,
        remoteAddress: '203.0.113.9',
      })
    for (let number = 0; number < 30; number += 1) expect((await ask(number)).statusCode).toBe(200)
    const refused = await ask(30)
    expect(refused.statusCode).toBe(429)
    expect(refused.headers['retry-after']).toBe('20')
    await app.close()
  })
})
