import type { Database } from '@ropewalk/db/database.ts'
import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import type { Field, Fields, NounKey } from '@ropewalk/domain/field.ts'
import { nounKeys, nouns } from '@ropewalk/domain/nouns.ts'
import type { Operation } from '@ropewalk/domain/operations.ts'
import { publicActor } from '@ropewalk/domain/permissions.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { everything } from '@ropewalk/domain/topics.ts'
import { announceChange } from '@ropewalk/services/changes/announcing.ts'
import { answerChange } from '@ropewalk/services/changes/consent.ts'
import { createChange } from '@ropewalk/services/changes/drafting.ts'
import { announceAndPublish } from '@ropewalk/services/changes/publish-now.ts'
import { objectLink } from '@ropewalk/services/objections/claim.ts'
import { decideObjection } from '@ropewalk/services/objections/decide.ts'
import { object } from '@ropewalk/services/objections/object.ts'
import { sealingKey } from '@ropewalk/services/people/sealed-secret.ts'
import * as verbs from '@ropewalk/services/records/nouns.ts'
import { loadStarter } from '@ropewalk/services/starter/load-starter.ts'
import { subscribe } from '@ropewalk/services/subscriptions/subscribe.ts'
import { contextOf } from '@ropewalk/services/test-contexts.ts'
import { expect, it } from 'vitest'
import { appWith } from './app.ts'
import { openObjections } from './objections-door.ts'
import { partsFor } from './parts-for-tests.ts'
import { publicParts } from './public-parts.ts'
import { publicSite } from './public-site.ts'
import { openSubscriptions } from './subscriptions-door.ts'

const verbsOf = {
  activity: verbs.activities,
  subProcessor: verbs.subProcessors,
  dataCategory: verbs.dataCategories,
  dataSubject: verbs.dataSubjects,
  party: verbs.parties,
  measure: verbs.measures,
  organisation: verbs.organisations,
  product: verbs.products,
  document: verbs.documents,
}

onBothEngines('nothing that is not for the public leaves', ({ open }) => {
  it('whatever stands in the internal fields of every record', async () => {
    const database = await open()
    const planted = await plant(database)
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

/** Loads the starter and writes a marked text into every internal field of every record; how many. */
async function plant(database: Database): Promise<number> {
  const { tables, engine } = database
  const now = '2026-11-24T12:00:00.000Z'
  await database.writing((db) => loadStarter({ db, tables, engine, now }, 'x2o'))
  let planted = 0
  for (const noun of nounKeys) {
    for (const record of await recordsOf(database, noun)) {
      const { id, version } = record
      const changes = secretsFor(noun, record)
      await verbsOf[noun].change.run(contextOf(database), { id, version, changes })
      planted += Object.keys(changes.fields).length + changes.rows.length
    }
  }
  return planted
}

/** Makes every link of a supplier a confirmed one, and publishes all suppliers. */
async function confirmAndPublish(database: Database): Promise<number> {
  const context = contextOf(database)
  for (const { id } of await recordsOf(database, 'activity')) {
    const { record } = await verbs.activities.read.run(context, { id })
    const rowsOf = (field: 'subProcessors' | 'dataSubjects' | 'products') =>
      record[field].map(({ rowId }) => ({ field, row: rowId }))
    const targets = [...rowsOf('subProcessors'), ...rowsOf('dataSubjects'), ...rowsOf('products')]
    if (targets.length === 0) continue
    await verbs.activities.confirm.run(context, { id, version: record.version, targets })
  }
  const suppliers = await recordsOf(database, 'subProcessor')
  for (const { id, version } of suppliers)
    await announceAndPublish.run(context, { id, version, reason: 'First told' })
  return suppliers.length
}

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

/** A change whose ledger holds marked texts, to parties with marked names; and a draft that nobody may see. */
async function announceWithSecrets(database: Database) {
  const context = contextOf(database)
  await verbs.parties.create.run(context, {
    changes: {
      fields: {
        ...{ name: 'Secret customer', kind: 'customer', authorisation: 'specific' },
        ...{ contactEmail: 'secret@customer.example', noticeDays: 90 },
      },
    },
  })
  const given = { why: 'It moves', subProcessors: ['SP-0001'], effectiveOn: '2026-12-24' }
  const draft = await createChange.run(context, { kind: 'remove', ...given })
  const announced = await announceChange.run(context, {
    ...{ id: draft.id, version: draft.version, overrideReason: 'A secret reason' },
  })
  await answerChange.run(context, {
    ...{ id: announced.id, version: announced.version, party: announced.told.at(-1)?.party },
    ...{ answer: 'refused', note: 'A secret note' },
  })
  await createChange.run(context, { ...given, kind: 'remove', what: 'A secret draft' })
  const claim = { change: announced.id, from: 'public', party: null, until: null } as const
  const address = 'secret@objector.example'
  const link = objectLink(
    { key: sealingKey(context.secret, 'mail'), base: '' },
    { ...claim, address },
    'en',
  )
  const objection = { token: link.split('/').at(-1), language: 'en', name: 'A secret objector' }
  const { id } = await object.run(
    { ...context, actor: publicActor, door: 'public' },
    { ...objection, grounds: 'Secret grounds' },
  )
  await decideObjection.run(context, {
    ...{ id, version: 1, state: 'rejected', decision: 'A secret decision' },
  })
  return announced.id
}

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

async function recordsOf(database: Database, noun: NounKey) {
  const { rows } = await verbsOf[noun].list.run(contextOf(database), { limit: 200 })
  return rows as readonly AnyRecord[]
}

/** Marked texts for the internal fields of a record: a new row in every list, and its links to suppliers. */
function secretsFor(noun: NounKey, record: AnyRecord): { fields: object; rows: Operation[] } {
  const all: Fields = nouns[noun].fields
  const internal = Object.entries(all).filter(([, field]) => !field.public)
  const rows = Object.entries(all).flatMap(([key, field]): Operation[] => {
    if (field.kind !== 'rows') return []
    const cells = secretCells(
      Object.entries(field.fields).filter(([, cell]) => !field.public || !cell.public),
    )
    if (key !== 'subProcessors') return [{ op: 'add', rows: key, cells }]
    const links = record[key] as readonly { rowId: string }[]
    return links.map(({ rowId }) => ({ op: 'change', rows: key, rowId, cells }))
  })
  return { fields: secretCells(internal), rows }
}

function secretCells(fields: readonly [string, Field][]): Record<string, unknown> {
  const cells = fields.map(([key, { kind }]) => [key, secretOf[kind]])
  return Object.fromEntries(cells.filter(([, value]) => value !== undefined))
}

const secretOf: Partial<Record<Field['kind'], unknown>> = {
  text: 'SECRET text',
  prose: 'SECRET\nprose',
  wording: 'SECRET wording',
  email: 'secret@secret.example',
  url: 'https://secret.example/',
  texts: ['SECRET one', 'SECRET two'],
  person: { text: 'SECRET person' },
  reference: { text: 'SECRET reference' },
}
