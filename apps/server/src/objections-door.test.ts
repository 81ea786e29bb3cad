import type { Database } from '@ropewalk/db/database.ts'
import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { announceAndPublish } from '@ropewalk/services/changes/publish-now.ts'
import { claimMails } from '@ropewalk/services/mails/claim-mails.ts'
import { subProcessors } from '@ropewalk/services/records/nouns.ts'
import { contextOf } from '@ropewalk/services/test-contexts.ts'
import { expect, it } from 'vitest'
import { appWith } from './app.ts'
import { openObjections } from './objections-door.ts'
import { partsFor } from './parts-for-tests.ts'

const form = {
  'content-type': 'application/x-www-form-urlencoded',
  'sec-fetch-site': 'same-origin',
}

onBothEngines('objecting in public', ({ open }) => {
  const opened = async () => {
    const database = await open()
    const context = contextOf(database)
    const { id } = await subProcessors.create.run(context, {
      changes: { fields: { name: '<b>Host</b>' } },
    })
    await announceAndPublish.run(context, { id, version: 1, reason: 'In use' })
    const { actor: _, door: __, ...given } = context
    const app = appWith(
      partsFor({}, { routes: (doors) => openObjections(doors, { context: () => given }) }),
    )
    const post = (url: string, payload: string, headers: Record<string, string> = form) =>
      app.inject({ method: 'POST', url, headers, payload })
    return { database, app, post }
  }
  const linkIn = async (database: Database) => {
    const claimed = await claimMails(contextOf(database), { by: 'test', most: 100 })
    const texts = claimed.flatMap((each) => ('mail' in each ? [each.mail.text] : []))
    return /https:\/\/register\.example(\S+\/objections\/\S+)/.exec(texts.join('\n'))?.[1] ?? ''
  }
  const kept = (database: Database) =>
    database.reading((db) => db.select().from(database.tables.objections))

  it('shows on GET, acts on POST, by a mailed link, in both languages', async () => {
    const { database, app, post } = await opened()
    for (const language of ['', '/fr']) {
      const address = `${language}/subprocessors/changes/CH-0001/object`
      const page = await app.inject(address)
      expect(page.statusCode).toBe(200)
      expect(page.body).toContain('&lt;b&gt;Host')
      expect(page.body).not.toContain('<script')
      expect(page.headers['content-security-policy']).toContain("form-action 'self'")
      expect((await post(address, 'email=anna%40example.com')).statusCode).toBe(200)
      const link = await linkIn(database)
      const before = await kept(database)
      const shown = await app.inject(link)
      expect(shown.statusCode).toBe(200)
      expect(shown.body).toContain('<textarea')
      expect(await kept(database)).toEqual(before)
      const done = await post(link, 'name=Anna&grounds=Line+one%0D%0A%3Cscript%3E')
      expect(done.statusCode).toBe(200)
      expect(done.body).toContain(`OB-000${before.length + 1}`)
    }
    expect(
      (await kept(database)).map(({ name, grounds, language }) => [name, grounds, language]),
    ).toEqual([
      ['Anna', 'Line one\n<script>', 'en'],
      ['Anna', 'Line one\n<script>', 'fr'],
    ])
    await app.close()
  })

  it('refuses what is unknown, what is no link, another site’s form and too much', async () => {
    const { database, app, post } = await opened()
    expect((await app.inject('/subprocessors/changes/CH-0002/object')).statusCode).toBe(404)
    expect((await app.inject('/subprocessors/changes/SP-0001/object')).statusCode).toBe(404)
    for (const token of ['x', 'v1.a.b.c.d', 'v1.', '%00', 'x'.repeat(5_000)])
      expect([400, 404, 414]).toContain(
        (await app.inject(`/subprocessors/objections/${token}`)).statusCode,
      )
    const ask = '/fr/subprocessors/changes/CH-0001/object'
    const wrong = await post(ask, 'email=nonsense')
    expect(wrong.statusCode).toBe(400)
    expect(wrong.body).toContain('Adresse électronique')
    const foreign = { ...form, 'sec-fetch-site': 'cross-site' }
    expect((await post(ask, 'email=a%40example.com', foreign)).statusCode).toBe(403)
    await post(ask, 'email=a%40example.com')
    const link = await linkIn(database)
    const empty = await post(link, 'name=&grounds=')
    expect(empty.statusCode).toBe(400)
    expect(empty.body).toContain('Pourquoi vous vous opposez')
    expect((await post(link, `grounds=${'a'.repeat(10_001)}`)).statusCode).toBe(400)
    expect((await post(link, `grounds=${'a'.repeat(300_000)}`)).statusCode).toBe(413)
    expect((await post(link, 'grounds=a', foreign)).statusCode).toBe(403)
    expect(await kept(database)).toEqual([])
    expect(
      (await post(link, `grounds=${encodeURIComponent('漢'.repeat(10_000))}`)).statusCode,
    ).toBe(200)
    await app.close()
  })
})
