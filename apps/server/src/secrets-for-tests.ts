import type { Database } from '@ropewalk/db/database.ts'
import type { Field, Fields, NounKey } from '@ropewalk/domain/field.ts'
import { nounKeys, nouns } from '@ropewalk/domain/nouns.ts'
import type { Operation } from '@ropewalk/domain/operations.ts'
import { publicActor } from '@ropewalk/domain/permissions.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
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
import { contextOf } from '@ropewalk/services/test-contexts.ts'

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

/** Loads the starter and writes a marked text into every internal field of every record; how many. */
export async function plantSecrets(database: Database): Promise<number> {
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
export async function confirmAndPublish(database: Database): Promise<number> {
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

/** A change whose ledger holds marked texts, to parties with marked names; and a draft that nobody may see. */
export async function announceWithSecrets(database: Database) {
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
