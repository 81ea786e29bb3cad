import { loadRecords } from '@ropewalk/db/records.ts'
import type { NounKey } from '@ropewalk/domain/field.ts'
import { nounOf, nouns, type RecordOfNoun } from '@ropewalk/domain/nouns.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both, deBefore } from '@ropewalk/domain/words.ts'
import { eq, inArray } from 'drizzle-orm'
import { linksOf, namesOf } from '../links.ts'
import { entriesWhere } from '../log/entries.ts'
import type { Work } from '../verb.ts'

export const refusals = {
  unknown: both('There is no {noun} {id}.', 'Il n’y a pas {noun} {id}.'),
  stale: both(
    'Someone changed {id} while you were editing it: it is now at version {theirs}, you read version {yours}.',
    'Quelqu’un a modifié {id} pendant votre saisie : la fiche est à la version {theirs}, vous aviez lu la version {yours}.',
  ),
}

/** The record, or a refusal that names what was asked for. */
export async function found(work: Work, noun: NounKey, id: string): Promise<AnyRecord> {
  const [record] = nounOf(id) === noun ? await loadRecords(work, noun, { ids: [id] }) : []
  if (record) return record
  const { one } = nouns[noun]
  throw new Refusal(
    'NOT_FOUND',
    both(
      refusals.unknown.en.replace('{noun}', one.en),
      refusals.unknown.fr.replace('{noun}', deBefore(one.fr)),
    ),
    { values: { id }, field: 'id' },
  )
}

/** The record at the version that was read; a newer one is refused with both. */
export async function foundAt(
  work: Work,
  noun: NounKey,
  { id, version }: { id: string; version: number },
): Promise<AnyRecord> {
  const record = await found(work, noun, id)
  if (record.version !== version) throw await staleRefusal(work, record, version)
  return record
}

/** Both versions, and the name of who made the newer one. */
export async function staleRefusal(work: Work, theirs: AnyRecord, yours: number) {
  const [newest] = await entriesWhere(work, eq(work.tables.entries.record, theirs.id), 1)
  return new Refusal('CONFLICT', refusals.stale, {
    values: { id: theirs.id, theirs: theirs.version, yours },
    details: { theirs, yours, by: newest?.state.who ?? '' },
  })
}

export type Opened<N extends NounKey> = {
  record: RecordOfNoun<N>
  /** The names of everything the record links to. */
  names: Record<string, string>
}

/** A record with the names of what it links to. */
export async function opened<N extends NounKey>(
  work: Work,
  noun: N,
  id: string,
): Promise<Opened<N>> {
  const record = await found(work, noun, id)
  const names = await namesOf(
    work,
    linksOf(noun, record).map((link) => link.id),
  )
  return {
    record: record as RecordOfNoun<N>,
    names: { ...names, ...(await peopleNamed(work, noun, record)) },
  }
}

async function peopleNamed({ db, tables }: Work, noun: NounKey, record: AnyRecord) {
  const people = Object.entries(nouns[noun].fields).flatMap(([key, field]) => {
    const value = field.kind === 'person' ? (record[key] as { person?: string } | null) : null
    return value?.person ? [value.person] : []
  })
  if (people.length === 0) return {}
  const rows = await db
    .select({ id: tables.users.id, name: tables.users.name })
    .from(tables.users)
    .where(inArray(tables.users.id, people))
  return Object.fromEntries(rows.map((row) => [row.id, row.name]))
}
