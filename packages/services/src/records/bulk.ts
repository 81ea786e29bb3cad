import { loadRecords } from '@ropewalk/db/records.ts'
import { changed } from '@ropewalk/domain/change.ts'
import { same } from '@ropewalk/domain/changes-between.ts'
import type { NounKey } from '@ropewalk/domain/field.ts'
import { limits } from '@ropewalk/domain/limits.ts'
import { type Changes, changesSchema } from '@ropewalk/domain/operations.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { lines, recordId, versionRead } from '@ropewalk/domain/schema.ts'
import { both } from '@ropewalk/domain/words.ts'
import * as z from 'zod'
import type { Told, Work } from '../verb.ts'
import { found } from './reads.ts'
import { refuseWrittenByChanges, saved } from './writes.ts'

const refusals = {
  stale: both(
    'Someone changed {ids} meanwhile: nothing was changed.',
    'Quelqu’un a modifié {ids} entre-temps : rien n’a été modifié.',
  ),
  archived: both(
    '{ids}: archived records do not change. Nothing was changed.',
    '{ids} : une fiche archivée ne change pas. Rien n’a été modifié.',
  ),
  twice: both(
    '{id} stands twice among the records to change. Nothing was changed.',
    '{id} figure deux fois parmi les fiches à modifier. Rien n’a été modifié.',
  ),
  nothing: both('Nothing would change.', 'Rien ne changerait.'),
}

/** Each record at the version that was read, with its own changes: an undo gives every one its former value. */
export const bulkInput = (noun: NounKey) =>
  z.strictObject({
    records: z
      .array(z.strictObject({ id: recordId, version: versionRead, changes: changesSchema(noun) }))
      .min(1)
      .max(limits.together),
    reason: lines(limits.reason).optional(),
  })
type Input = z.output<ReturnType<typeof bulkInput>>

/** The versions after the change, as the records were asked for. */
type BulkChanged = { records: { id: string; version: number }[] }

/**
 * Changes many records or none: refused as a whole, naming them, when some are stale, archived or gone.
 * A record that already reads so keeps its version.
 */
export async function bulkChangeIn(
  work: Work,
  noun: NounKey,
  { records, reason }: Input,
): Promise<Told<BulkChanged>> {
  refuseTwice(records)
  const before = await allAtVersion(work, noun, records)
  const told: Told<AnyRecord>[] = []
  for (const { id, changes } of records) {
    const record = before.get(id)
    if (!record || isSo(record, changes)) continue
    refuseWrittenByChanges(noun, record, changes)
    told.push(
      await saved(work, noun, {
        before: record,
        after: changed(noun, record, changes, work),
        reason,
      }),
    )
  }
  if (told.length === 0) throw new Refusal('INVALID', refusals.nothing)
  const versions = new Map(told.map(({ result }) => [result.id, result.version]))
  return {
    change: told.flatMap(({ change }) => change),
    result: {
      records: records.map(({ id, version }) => ({ id, version: versions.get(id) ?? version })),
    },
  }
}

function refuseTwice(asked: Input['records']) {
  const ids = asked.map(({ id }) => id)
  const twice = ids.find((id, at) => ids.indexOf(id) < at)
  if (twice !== undefined)
    throw new Refusal('INVALID', refusals.twice, { values: { id: twice }, field: 'records' })
}

async function allAtVersion(work: Work, noun: NounKey, asked: Input['records']) {
  const loaded = await loadRecords(work, noun, { ids: asked.map(({ id }) => id) })
  const known = new Map(loaded.map((record) => [record.id, record]))
  for (const { id } of asked) if (!known.has(id)) await found(work, noun, id)
  const stale = asked.filter(({ id, version }) => known.get(id)?.version !== version)
  if (stale.length > 0) throw refusalOf('stale', stale)
  const archived = asked.filter(({ id }) => known.get(id)?.archivedAt)
  if (archived.length > 0) throw refusalOf('archived', archived)
  return known
}

function refusalOf(why: 'stale' | 'archived', records: readonly { id: string }[]) {
  const ids = records.map(({ id }) => id)
  const more = ids.length > 10 ? ` +${ids.length - 10}` : ''
  return new Refusal(why === 'stale' ? 'CONFLICT' : 'INVALID', refusals[why], {
    values: { ids: ids.slice(0, 10).join(', ') + more },
    field: 'records',
    details: { ids },
  })
}

const isSo = (record: AnyRecord, { fields = {}, declared, rows }: Changes) =>
  !declared && !rows && Object.entries(fields).every(([key, value]) => same(record[key], value))
