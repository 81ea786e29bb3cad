import { country, day, text } from '@ropewalk/domain/field.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { line, someOf, versionRead } from '@ropewalk/domain/schema.ts'
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
  stale: both(
    'Someone changed this entry while you were editing it: it is now at version {theirs}, you read version {yours}.',
    'Quelqu’un a modifié cette entrée pendant votre saisie : elle est à la version {theirs}, vous aviez lu la version {yours}.',
  ),
  order: both('The end lies before the beginning.', 'La fin précède le début.'),
}

type Entry = {
  id: string
  version: number
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
    id: line(60).optional(),
    /** Of the entry as it was read; none for a new one. */
    version: versionRead.optional(),
    kind: z.enum(['eea', 'adequacy']),
    entry: someOf(fields),
    remove: z.boolean().optional(),
  }),
  async ({ db, tables }, { id, version = 0, kind, entry, remove }) => {
    const { referenceData } = tables
    const [before] = id ? await db.select().from(referenceData).where(eq(referenceData.id, id)) : []
    if ((id || remove) && !before) throw new Refusal('NOT_FOUND', refusals.gone, { field: 'id' })
    if (before && before.version !== version)
      throw new Refusal('CONFLICT', refusals.stale, {
        values: { theirs: before.version, yours: version },
        details: { theirs: before, yours: version },
      })
    const blank: Entry = {
      id: id ?? crypto.randomUUID(),
      version: 0,
      kind,
      country: '',
      from: '',
      until: null,
      scope: '',
      source: '',
    }
    const after: Entry = { ...blank, ...before, ...entry, version: version + 1 }
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
      change: {
        of: referenceKey(after.id),
        before: before ?? null,
        after: remove ? null : after,
      },
      result: after,
    }
  },
)

/** What the log calls an entry of the reference data. */
export const referenceKey = (id: string): string => `reference ${id}`
