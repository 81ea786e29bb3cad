import { emptyRecord, emptyRow } from './empty.ts'
import { type Declared, type Fields, isOpen, type NounKey } from './field.ts'
import { invalidField } from './invalid.ts'
import { limits } from './limits.ts'
import { nouns } from './nouns.ts'
import type { Changes, Operation } from './operations.ts'
import type { AnyRecord, Source } from './record.ts'
import { Refusal } from './refusal.ts'
import { rowsOf } from './rows-of.ts'
import { refuseStraySubdivisions } from './subdivisions.ts'
import { both } from './words.ts'

type Row = { readonly rowId: string; readonly declared: Declared } & Readonly<
  Record<string, unknown>
>
type Clock = { now: string; today: string }
type Draft = AnyRecord & Record<string, unknown>

const refusals = {
  noRow: both('This row no longer exists: {row}.', 'Cette ligne n’existe plus : {row}.'),
  nothing: both('Nothing would change.', 'Rien ne changerait.'),
  notTaken: both('this answer is not open here', 'cette réponse n’est pas possible ici'),
  rows: both(
    'at most {most, plural, one {# row} other {# rows}} fit',
    'au plus {most, plural, one {# ligne} other {# lignes}}',
  ),
}

/** A new record; what is entered by hand is `entered` as a whole. */
export function created(noun: NounKey, id: string, changes: Changes, clock: Clock): AnyRecord {
  const blank: Draft = {
    id,
    version: 1,
    lastRow: 0,
    createdAt: clock.now,
    updatedAt: clock.now,
    archivedAt: null,
    declared: {},
    sources: [],
    openQuestions: [],
    ...emptyRecord(nouns[noun].fields),
  }
  const filled = withChanges(noun, blank, changes)
  refuseStraySubdivisions(noun, blank, filled)
  const given = changes.rows?.some((operation) => operation.rows === 'sources')
  return given ? filled : withEntered(filled, [['', '']], clock.today)
}

/** The record after a change of its cells and rows. What changed reads `entered`. Refused when nothing would change. */
export function changed(
  noun: NounKey,
  before: AnyRecord,
  changes: Changes,
  clock: Clock,
): AnyRecord {
  const after = withChanges(noun, before, changes)
  refuseStraySubdivisions(noun, before, after)
  const touched = touchedBetween(noun, before, after)
  if (touched.length === 0 && same(before, after)) throw new Refusal('INVALID', refusals.nothing)
  return { ...withEntered(withoutLost(noun, after), touched, clock.today), ...next(before, clock) }
}

/** The record after a person confirmed facts: `['', '']` is the record as a whole. */
export function confirmed(
  before: AnyRecord,
  targets: readonly (readonly [string, string])[],
  clock: Clock,
): AnyRecord {
  const exact = new Set(targets.map(([field, row]) => `${field} ${row}`))
  const found = new Set<string>()
  const sources = before.sources.map((source) => {
    const key = `${source.field} ${source.row}`
    if (!exact.has(key)) return source
    found.add(key)
    return { ...source, certainty: 'confirmed' as const, asOf: clock.today }
  })
  const added = targets.filter(([field, row]) => !found.has(`${field} ${row}`))
  const after = added.reduce<AnyRecord>(
    (record, [field, row]) =>
      withSource(record, { field, row, certainty: 'confirmed', asOf: clock.today }),
    { ...before, sources },
  )
  return { ...after, ...next(before, clock) }
}

export const next = (before: AnyRecord, clock: Clock) => ({
  version: before.version + 1,
  updatedAt: clock.now,
})

function withChanges(noun: NounKey, before: AnyRecord, changes: Changes): Draft {
  const fields: Fields = nouns[noun].fields
  const start: Draft = { ...before, ...changes.fields }
  const declared = declaredAfter(fields, start, before.declared, changes.declared)
  return (changes.rows ?? []).reduce(
    (record, operation) => withOperation(noun, record, operation),
    { ...start, declared },
  )
}

function withOperation(noun: NounKey, record: Draft, operation: Operation): Draft {
  const catalogue = rowsOf(noun)[operation.rows] ?? {}
  const list = record[operation.rows] as readonly Row[]
  const index = 'rowId' in operation ? list.findIndex((row) => row.rowId === operation.rowId) : -1
  const found = list[index]
  if ('rowId' in operation && !found)
    throw new Refusal('NOT_FOUND', refusals.noRow, {
      values: { row: operation.rowId },
      field: operation.rows,
    })
  if (operation.op === 'remove') return { ...record, [operation.rows]: list.toSpliced(index, 1) }
  if (operation.op === 'move' && found)
    return {
      ...record,
      [operation.rows]: list.toSpliced(index, 1).toSpliced(operation.to, 0, found),
    }
  if (operation.op === 'change' && found) {
    const declared = declaredAfter(catalogue, record, found.declared, operation.declared)
    return {
      ...record,
      [operation.rows]: list.with(index, { ...found, ...operation.cells, declared }),
    }
  }
  if (operation.op !== 'add') return record
  if (list.length >= limits.rows) {
    const label =
      (nouns[noun].fields as Fields)[operation.rows]?.label ?? both(operation.rows, operation.rows)
    throw invalidField(operation.rows, label, refusals.rows, { most: limits.rows })
  }
  const lastRow = record.lastRow + 1
  const declared = declaredAfter(catalogue, record, {}, operation.declared)
  const row = { ...emptyRow(catalogue, `${record.id}.${lastRow}`), ...operation.cells, declared }
  return {
    ...record,
    lastRow,
    [operation.rows]: list.toSpliced(operation.at ?? list.length, 0, row),
  }
}

function declaredAfter(
  fields: Fields,
  record: AnyRecord,
  before: Declared,
  given: Changes['declared'],
): Declared {
  const after: Record<string, Declared[string]> = { ...before }
  for (const [key, declaration] of Object.entries(given ?? {})) {
    delete after[key]
    if (!declaration) continue
    const field = fields[key]
    const when = field?.takes?.[declaration.answer]
    if (field && !isOpen(when, record.role)) throw invalidField(key, field.label, refusals.notTaken)
    after[key] = { answer: declaration.answer, reason: declaration.reason ?? '' }
  }
  return after
}

function touchedBetween(noun: NounKey, before: AnyRecord, after: AnyRecord): [string, string][] {
  return Object.entries(nouns[noun].fields as Fields).flatMap(
    ([key, field]): [string, string][] => {
      if (field.kind !== 'rows') {
        const changedValue =
          !same(before[key], after[key]) || !same(before.declared[key], after.declared[key])
        return changedValue ? [[key, '']] : []
      }
      const known = new Map((before[key] as readonly Row[]).map((row) => [row.rowId, row]))
      const rows = (after[key] as readonly Row[]).filter((row) => !same(known.get(row.rowId), row))
      const declared = same(before.declared[key], after.declared[key])
        ? []
        : [[key, ''] as [string, string]]
      return [...declared, ...rows.map((row): [string, string] => [key, row.rowId])]
    },
  )
}

const withEntered = (
  record: AnyRecord,
  touched: readonly (readonly [string, string])[],
  today: string,
) =>
  touched.reduce(
    (after, [field, row]) => withSource(after, { field, row, certainty: 'entered', asOf: today }),
    record,
  )

type Spoken = Pick<Source, 'field' | 'row' | 'certainty' | 'asOf'>
function withSource(record: AnyRecord, spoken: Spoken): AnyRecord {
  const others = record.sources.filter(
    (each) => each.field !== spoken.field || each.row !== spoken.row,
  )
  const old = record.sources.find((each) => each.field === spoken.field && each.row === spoken.row)
  const lastRow = old ? record.lastRow : record.lastRow + 1
  const rowId = old?.rowId ?? `${record.id}.${lastRow}`
  const source: Source = { rowId, declared: {}, document: null, lines: '', ...spoken }
  return { ...record, lastRow, sources: [...others, source] }
}

function withoutLost(noun: NounKey, record: AnyRecord): AnyRecord {
  const alive = new Set(
    Object.keys(rowsOf(noun)).flatMap((key) =>
      (record[key] as readonly Row[]).map((row) => row.rowId),
    ),
  )
  const sources = record.sources.filter((source) => source.row === '' || alive.has(source.row))
  return sources.length === record.sources.length ? record : { ...record, sources }
}

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other)
