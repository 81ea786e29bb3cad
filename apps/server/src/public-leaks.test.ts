import type { Database } from '@ropewalk/db/database.ts'
import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { publicActor } from '@ropewalk/domain/permissions.ts'
import { everything } from '@ropewalk/domain/topics.ts'
import { subscribe } from '@ropewalk/services/subscriptions/subscribe.ts'
import { contextOf } from '@ropewalk/services/test-contexts.ts'
import { expect, it } from 'vitest'
import { appWith } from './app.ts'
import { openObjections } from './objections-door.ts'
import { partsFor } from './parts-for-tests.ts'
import { publicParts } from './public-parts.ts'
import { publicSite } from './public-site.ts'
import { announceWithSecrets, confirmAndPublish, plantSecrets } from './secrets-for-tests.ts'
import { openSubscriptions } from './subscriptions-door.ts'

onBothEngines('nothing that is not for the public leaves', ({ open }) => {
  it('whatever stands in the internal fields of every record', async () => {
    const database = await open()
    const planted = await plantSecrets(database)
    expect(planted).toBeGreaterThan(500)
    const published = await confirmAndPublish(database)
    expect(published).toBe(5)

    expect(await announceWithSecrets(database)).toBe('CH-0006')
    const reader = { email: 'secret@secret.example', language: 'en', topics: everything } as const
    await subscribe.run({ ...contextOf(database, publicActor), door: 'public' }, reader)
    const texts = await everythingPublic(database)
    for (const [address, text] of texts) expect(text, address).not.toMatch(/secret/i)
    // The snapshots are those of now: what they may show of the links is there.
    expect(texts.get('/subprocessors.json')).toContain('"customer_data": "yes"')
    expect(texts.get('/subprocessors/changes/CH-0006')).toContain('It moves')
    expect(texts.get('/subprocessors/feed.json')).toContain('It moves')
    expect(texts.get('/subprocessors.json')).toMatch(/"data_categories": \[/)
  }, 60_000)
})

const everyAddress = [
  ...[
    '',
    '.csv',
    '.json',
    '?q=a',
    '.json?q=secret',
    '?customer-data=yes',
    '/subscribe',
    '.atom',
    '/feed.json',
  ],
  ...['/calendar.ics', '/changes', '/changes/CH-0001', '/changes/CH-0006', '/SP-0001'],
  '/changes/CH-0006/object',
  ...['/as-of/2026-11-24', '/differences?from=2026-11-23&to=2026-11-24'],
]

async function everythingPublic(database: Database): Promise<Map<string, string>> {
  const site = publicParts({ database, base: () => 'https://register.example' })
  const { actor: _, door: __, ...context } = contextOf(database)
  const app = appWith(
    partsFor(
      {},
      {
        routes(doors) {
          publicSite(doors, { ...site, now: () => new Date('2026-11-24T20:00:00Z') })
          openObjections(doors, { context: () => context })
          openSubscriptions(doors, { context: () => context, published: site.published })
        },
      },
    ),
  )
  const texts = new Map<string, string>()
  for (const language of ['', '/fr'])
    for (const rest of everyAddress) {
      const address = `${language}/subprocessors${rest}`
      const { statusCode, body, headers } = await app.inject(address)
      expect(statusCode, address).toBe(200)
      texts.set(address, `${body}${JSON.stringify(headers)}`)
    }
  const map = await app.inject('/sitemap.xml')
  texts.set('/sitemap.xml', map.body)
  await app.close()
  return texts
}
