import { country, day, text } from '@ropewalk/domain/field.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { someOf } from '@ropewalk/domain/schema.ts'
import { both } from '@ropewalk/domain/words.ts'
import { asc, eq } from 'drizzle-orm'
import * as z from 'zod'
import { reading, writing } from './verb.ts'

const fields = {
  country: country({ label: both('Country', 'Pays'), chapter: 'where' }),
  from: day({ label: both('From', 'Depuis'), chapter: 'where' }),
  until: day({ label: both('Until', 'Jusqu’au'), chapter: 'where' }),
  scope: text({ label: both('Scope', 'Portée'), chapter: 'where' }),
  source: text({ label: both('Source', 'Source'), chapter: 'where' }),
}
const refusals = {
  gone: both('There is no such entry.', 'Cette entrée n’existe pas.'),
  needed: both(
    'Country, from and source are needed.',
    'Le pays, la date de début et la source sont nécessaires.',
  ),
  order: both('The end lies before the beginning.', 'La fin précède le début.'),
}

type Entry = {
  id: string
  kind: string
  country: string
  from: string
  until: string | null
  scope: string
  source: string
}

export const listReferenceData = reading(
  { permission: 'register:read' },
  z.unknown(),
  ({ db, tables }) =>
    db
      .select()
      .from(tables.referenceData)
      .orderBy(asc(tables.referenceData.kind), asc(tables.referenceData.country)),
)

/** Adds an entry, or changes the one with this id; `remove` takes it out. Judged anew everywhere. */
export const changeReferenceData = writing(
  { verb: 'reference.change', permission: 'reference:write', fields },
  z.strictObject({
    id: z.string().max(60).optional(),
    kind: z.enum(['eea', 'adequacy']),
    entry: someOf(fields),
    remove: z.boolean().optional(),
  }),
  async ({ db, tables }, { id, kind, entry, remove }) => {
    const { referenceData } = tables
    const [before] = id ? await db.select().from(referenceData).where(eq(referenceData.id, id)) : []
    if ((id || remove) && !before) throw new Refusal('NOT_FOUND', refusals.gone, { field: 'id' })
    const blank: Entry = {
      id: id ?? crypto.randomUUID(),
      kind,
      country: '',
      from: '',
      until: null,
      scope: '',
      source: '',
    }
    const after: Entry = { ...blank, ...before, ...entry }
    if (!after.country || !after.from || !after.source)
      throw new Refusal('INVALID', refusals.needed, { field: 'entry' })
    if (after.until !== null && after.until < after.from)
      throw new Refusal('INVALID', refusals.order, { field: 'entry.until' })
    if (remove) await db.delete(referenceData).where(eq(referenceData.id, after.id))
    else
      await db
        .insert(referenceData)
        .values(after)
        .onConflictDoUpdate({ target: referenceData.id, set: after })
    await db.delete(tables.judgements)
    return {
      change: { of: `reference ${after.id}`, before: before ?? null, after: remove ? null : after },
      result: after,
    }
  },
)
