import { deleteRecord, insertRecord, updateRecord } from '@ropewalk/db/records.ts'
import { forgetForSearch, indexForSearch } from '@ropewalk/db/search.ts'
import { changed, confirmed, created, next } from '@ropewalk/domain/change.ts'
import { same } from '@ropewalk/domain/changes-between.ts'
import type { Fields, NounKey } from '@ropewalk/domain/field.ts'
import { invalidField } from '@ropewalk/domain/invalid.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import type { Changes } from '@ropewalk/domain/operations.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { ownRowsOf } from '@ropewalk/domain/rows-of.ts'
import { writtenByChanges } from '@ropewalk/domain/sub-processor/status.ts'
import { both, type Text } from '@ropewalk/domain/words.ts'
import { eq } from 'drizzle-orm'
import { refuseWhileChanging } from '../changes/stored.ts'
import { nextId } from '../counters.ts'
import { forgetJudgements } from '../judging.ts'
import { checkLinks, usesOf } from '../links.ts'
import { searchText } from '../searching.ts'
import { snapshotOf } from '../snapshots.ts'
import type { Told, Work } from '../verb.ts'
import { found, foundAt, staleRefusal } from './reads.ts'

const refusals = {
  used: both(
    '{id} cannot be {done}: {users} still refer to it.',
    '{id} ne peut pas être {done} : {users} s’y réfèrent encore.',
  ),
  published: both(
    '{id} is on the public list: take it off before archiving it.',
    '{id} figure sur la liste publique : retirez-le avant de l’archiver.',
  ),
  archived: both('{id} is archived.', '{id} est archivé.'),
  notArchived: both('{id} is not archived.', '{id} n’est pas archivé.'),
  told: both(
    '{id} was published once, and its history must stay: archive it instead.',
    '{id} a été publié et son historique doit rester : archivez-le plutôt.',
  ),
  byChanges: both(
    'only a change writes it: draft one under Changes',
    'seul un changement l’écrit : préparez-en un sous Changements',
  ),
  confirmNothing: both('Nothing is left to confirm there.', 'Il n’y a plus rien à confirmer ici.'),
}
const archivedWord = both('archived', 'archivé')
const deletedWord = both('deleted', 'supprimé')

export async function createIn(
  work: Work,
  noun: NounKey,
  changes: Changes,
  reason?: string,
): Promise<Told<AnyRecord>> {
  refuseWrittenByChanges(noun, undefined, changes)
  const id = await nextId(work, nouns[noun].prefix)
  return inserted(work, noun, { record: created(noun, id, changes, work), reason })
}

async function inserted(
  work: Work,
  noun: NounKey,
  { record, reason }: { record: AnyRecord; reason: string | undefined },
) {
  await checkLinks(work, noun, { before: null, after: record })
  await insertRecord(work, noun, record)
  await kept(work, noun, [null, record])
  return { change: { of: record.id, before: null, after: record, reason }, result: record }
}

type At = { id: string; version: number; reason?: string | undefined }

export async function changeIn(
  work: Work,
  noun: NounKey,
  { changes, ...at }: At & { changes: Changes },
): Promise<Told<AnyRecord>> {
  const before = await foundAt(work, noun, at)
  if (before.archivedAt) throw new Refusal('INVALID', refusals.archived, { values: { id: at.id } })
  refuseWrittenByChanges(noun, before, changes)
  return saved(work, noun, {
    before,
    after: changed(noun, before, changes, work),
    reason: at.reason,
  })
}

/** A sub-processor's status and its dates are written by changes alone. */
export function refuseWrittenByChanges(
  noun: NounKey,
  before: AnyRecord | undefined,
  { fields = {} }: Changes,
): void {
  if (noun !== 'subProcessor') return
  for (const key of writtenByChanges)
    if (Object.hasOwn(fields, key) && !same(fields[key], before?.[key] ?? null))
      throw invalidField(key, nouns.subProcessor.fields[key].label, refusals.byChanges)
}

export async function confirmIn(
  work: Work,
  noun: NounKey,
  { targets, ...at }: At & { targets: readonly { field: string; row: string }[] },
): Promise<Told<AnyRecord>> {
  const before = await foundAt(work, noun, at)
  if (before.archivedAt) throw new Refusal('INVALID', refusals.archived, { values: { id: at.id } })
  for (const target of targets) checkTarget(noun, before, target)
  const after = confirmed(
    before,
    targets.map(({ field, row }) => [field, row] as const),
    work,
  )
  return saved(work, noun, { before, after, reason: at.reason })
}

function checkTarget(
  noun: NounKey,
  record: AnyRecord,
  { field, row }: { field: string; row: string },
) {
  const fields: Fields = nouns[noun].fields
  const isRecord = field === '' && row === ''
  const rows = Object.hasOwn(ownRowsOf(noun), field)
    ? (record[field] as readonly { rowId: string }[])
    : []
  const isRow = row !== '' && rows.some((each) => each.rowId === row)
  const isField = row === '' && Object.hasOwn(fields, field)
  if (!isRecord && !isRow && !isField)
    throw new Refusal('INVALID', refusals.confirmNothing, { field: 'targets' })
}

export async function archiveIn(work: Work, noun: NounKey, at: At): Promise<Told<AnyRecord>> {
  const before = await foundAt(work, noun, at)
  if (before.archivedAt) throw new Refusal('INVALID', refusals.archived, { values: { id: at.id } })
  await refuseWhileUsed(work, before.id, { word: archivedWord, live: true })
  if (noun === 'subProcessor' && (await snapshotOf(work, before.id)))
    throw new Refusal('INVALID', refusals.published, { values: { id: before.id } })
  if (noun === 'subProcessor') await refuseWhileChanging(work, before.id, ['draft', 'announced'])
  return saved(work, noun, {
    before,
    after: { ...before, ...next(before, work), archivedAt: work.now },
    reason: at.reason,
  })
}

export async function unarchiveIn(work: Work, noun: NounKey, at: At): Promise<Told<AnyRecord>> {
  const before = await foundAt(work, noun, at)
  if (!before.archivedAt)
    throw new Refusal('INVALID', refusals.notArchived, { values: { id: at.id } })
  const after = { ...before, ...next(before, work), archivedAt: null }
  await checkLinks(work, noun, { before: null, after })
  return saved(work, noun, { before, after, reason: at.reason })
}

/** Deletes only what nothing refers to; its history stays and its id is never used again. */
export async function removeIn(work: Work, noun: NounKey, at: At): Promise<Told<{ id: string }>> {
  const before = await foundAt(work, noun, at)
  await refuseWhileUsed(work, before.id, { word: deletedWord, live: false })
  const { snapshots } = work.tables
  if (
    noun === 'subProcessor' &&
    (await work.db.$count(snapshots, eq(snapshots.subProcessorId, before.id))) > 0
  )
    throw new Refusal('INVALID', refusals.told, { values: { id: before.id } })
  if (noun === 'subProcessor')
    await refuseWhileChanging(work, before.id, ['draft', 'announced', 'withdrawn', 'effective'])
  await forgetJudgements(work, noun, [before])
  await forgetForSearch(work.db, noun, before.id)
  await deleteRecord(work, noun, before.id)
  return {
    change: { of: before.id, before, after: null, reason: at.reason },
    result: { id: before.id },
  }
}

export async function copyIn(
  work: Work,
  noun: NounKey,
  { id, name }: { id: string; name: string },
): Promise<Told<AnyRecord>> {
  const original = await found(work, noun, id)
  const copyId = await nextId(work, nouns[noun].prefix)
  const blank = created(noun, copyId, {}, work)
  let lastRow = blank.lastRow
  const own = Object.entries(nouns[noun].fields as Fields).map(([key, field]) => {
    if (field.kind !== 'rows') return [key, original[key]]
    const rows = original[key] as readonly Record<string, unknown>[]
    return [key, rows.map((row) => ({ ...row, rowId: `${copyId}.${++lastRow}` }))]
  })
  const record = {
    ...blank,
    ...Object.fromEntries(own),
    // A copy was neither announced nor is it in effect.
    ...(noun === 'subProcessor' ? emptied(writtenByChanges) : {}),
    declared: original.declared,
    name,
    lastRow,
  }
  return inserted(work, noun, { record, reason: id })
}

const emptied = (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, null]))

/** Stores what a change made of a record, and what follows from it. */
export async function saved(
  work: Work,
  noun: NounKey,
  { before, after, reason }: { before: AnyRecord; after: AnyRecord; reason: string | undefined },
): Promise<Told<AnyRecord>> {
  await checkLinks(work, noun, { before, after })
  if (!(await updateRecord(work, noun, { before, after })))
    throw await staleRefusal(work, await found(work, noun, before.id), before.version)
  await kept(work, noun, [before, after])
  return { change: { of: after.id, before, after, reason }, result: after }
}

/** What follows from a write: its findings are judged anew, its text is searched. */
async function kept(work: Work, noun: NounKey, states: readonly [AnyRecord | null, AnyRecord]) {
  const [, after] = states
  await forgetJudgements(work, noun, states)
  await indexForSearch(work.db, noun, after.id, searchText(noun, after))
}

async function refuseWhileUsed(
  work: Work,
  id: string,
  { word, live }: { word: Text; live: boolean },
) {
  const uses = (await usesOf(work, id)).filter((use) => !live || !use.archived)
  if (uses.length === 0) return
  const ids = [...new Set(uses.map((use) => use.id))]
  const users =
    ids.length > 10 ? `${ids.slice(0, 10).join(', ')} +${ids.length - 10}` : ids.join(', ')
  throw new Refusal(
    'INVALID',
    both(refusals.used.en.replace('{done}', word.en), refusals.used.fr.replace('{done}', word.fr)),
    { values: { id, users }, details: { uses } },
  )
}
