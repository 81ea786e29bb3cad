import { changeFields } from '@ropewalk/domain/changes/change-fields.ts'
import { draftSchema } from '@ropewalk/domain/changes/draft-schema.ts'
import {
  type ChangeDraft,
  changePrefix,
  type SupplierChange,
  suppliersOf,
} from '@ropewalk/domain/changes/supplier-change.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { recordId, versionRead } from '@ropewalk/domain/schema.ts'
import { eq } from 'drizzle-orm'
import * as z from 'zod'
import { nextId } from '../counters.ts'
import { firstOrganisation } from '../first-organisation.ts'
import { namesOf } from '../links.ts'
import { objectionCounts } from '../objections/list.ts'
import { reading, type Work, writing } from '../verb.ts'
import { deliveriesOf, subscribersTold } from './ledger.ts'
import { changeRefusals } from './refusals.ts'
import { changeAt, everyChange, foundChange, insertChange, keptChange } from './stored.ts'

const read = { permission: 'register:read' } as const
const write = (verb: string) => ({
  verb: `changes.${verb}`,
  permission: 'register:write' as const,
  fields: changeFields,
})
const atVersion = { id: recordId, version: versionRead }

/** Every change, newest first, without what only its own page shows. */
export const listChanges = reading(read, z.unknown(), async (work) => {
  const changes = await everyChange(work)
  const names = await namesOf(work, changes.flatMap(suppliersOf))
  const objections = await objectionCounts(work)
  return {
    names,
    rows: changes.toReversed().map(({ facts: _, former: __, told, ...change }) => ({
      ...change,
      told: told.length,
      objections: objections.get(change.id) ?? 0,
    })),
  }
})

/** One change with its names, who tells it, and the ledger of its notice. */
export const readChange = reading(read, z.strictObject({ id: recordId }), async (work, { id }) => {
  const change = await foundChange(work, id)
  return {
    change,
    deliveries: await deliveriesOf(work, id),
    subscribers: await subscribersTold(work, id),
    names: await namesOf(work, suppliersOf(change)),
    organisation: (await firstOrganisation(work))?.name ?? '',
  }
})

export const createChange = writing(write('create'), draftSchema, async (work, given) => {
  const change = await newDraft(work, given)
  return { change: await insertChange(work, change), result: change }
})

type Given = z.output<typeof draftSchema>

export async function newDraft(work: Work, given: Given): Promise<SupplierChange> {
  const { now } = work
  return {
    ...{ id: await nextId(work, changePrefix), version: 1, createdAt: now, updatedAt: now },
    ...{ kind: 'add', what: '', why: '', subProcessors: [], replaced: [], alterations: [] },
    ...{ effectiveOn: null, emergency: '', ...stated(given) },
    ...{ state: 'draft', announcedOn: null, objectionDeadline: null, tookEffectAt: null },
    ...{ withdrawnOn: null, withdrawalReason: '', overrideReason: '', consentReason: '' },
    ...{ facts: [], former: [], told: [], textSha256: null },
  }
}

export const changeDraft = writing(
  write('change'),
  z.strictObject({ ...atVersion, changes: draftSchema }),
  async (work, { changes, ...at }) => {
    const before = await draftAt(work, at)
    const change = await keptChange(work, before, stated(changes))
    return { change, result: change.after }
  },
)

/** A draft that nobody was told of may go; its number is never used again. */
export const removeDraft = writing(write('remove'), z.strictObject(atVersion), async (work, at) => {
  const before = await draftAt(work, at)
  const { supplierChanges } = work.tables
  await work.db.delete(supplierChanges).where(eq(supplierChanges.id, before.id))
  return { change: { of: before.id, before, after: null }, result: { id: before.id } }
})

export async function draftAt(work: Work, at: { id: string; version: number }) {
  const change = await changeAt(work, at)
  if (change.state === 'draft') return change
  throw new Refusal('INVALID', changeRefusals.notDraft, { values: { id: at.id } })
}

/** What was given, without the parts left out. */
const stated = (given: Given): Partial<ChangeDraft> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
