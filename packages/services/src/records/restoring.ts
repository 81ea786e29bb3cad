import { changesBetween, isNothing } from '@ropewalk/domain/changes-between.ts'
import { emptyRecord } from '@ropewalk/domain/empty.ts'
import type { Fields, NounKey } from '@ropewalk/domain/field.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { writtenByChanges } from '@ropewalk/domain/sub-processor/status.ts'
import { both } from '@ropewalk/domain/words.ts'
import { stateOf } from '@ropewalk/log/state.ts'
import { and, eq, isNotNull } from 'drizzle-orm'
import type { Told, Work } from '../verb.ts'
import { foundAt } from './reads.ts'
import { changeIn } from './writes.ts'

const refusals = {
  gone: both('{id} has no such version.', '{id} n’a pas cette version.'),
  erased: both(
    'Values of this version were erased: it cannot be restored.',
    'Des valeurs de cette version ont été effacées : elle ne peut être restaurée.',
  ),
  same: both('{id} already reads like this.', '{id} est déjà dans cet état.'),
}

type Asked = { id: string; version: number; seq: number; reason?: string | undefined }

/** Makes a record read as it did after an entry of the log: a change like any other, of what differs. */
export async function restoreIn(
  work: Work,
  noun: NounKey,
  { seq, ...at }: Asked,
): Promise<Told<AnyRecord>> {
  const before = await foundAt(work, noun, at)
  const { entries, states } = work.tables
  const [found] = await work.db
    .select({ value: states.value })
    .from(entries)
    .innerJoin(states, and(eq(states.seq, entries.seq), isNotNull(states.value)))
    .where(and(eq(entries.seq, seq), eq(entries.record, at.id)))
  const { after = null, erased = [] } = found ? stateOf(found.value ?? '') : {}
  if (!after) throw new Refusal('NOT_FOUND', refusals.gone, { values: { id: at.id }, field: 'seq' })
  if (erased.length > 0) throw new Refusal('INVALID', refusals.erased, { field: 'seq' })
  // A version older than a field lacks it: it was not stated then.
  const fields: Fields = nouns[noun].fields
  const kept = noun === 'subProcessor' ? writtenByChanges.map((key) => [key, before[key]]) : []
  const then = {
    ...before,
    ...emptyRecord(fields),
    ...after,
    ...Object.fromEntries(kept),
  } as unknown as AnyRecord
  const changes = changesBetween(noun, before, then)
  if (isNothing(changes)) throw new Refusal('INVALID', refusals.same, { values: { id: at.id } })
  return changeIn(work, noun, { ...at, changes })
}
