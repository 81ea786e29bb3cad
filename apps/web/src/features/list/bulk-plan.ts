import { same } from '@ropewalk/domain/changes-between.ts'
import { labelAlone } from '@ropewalk/domain/chapters.ts'
import type { Cell, Fields, NounKey } from '@ropewalk/domain/field.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import type { Changes } from '@ropewalk/domain/operations.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { formatValue } from '@ropewalk/domain/values.ts'
import type { Language, Text } from '@ropewalk/domain/words.ts'

export type BulkField = { key: string; field: Cell }
/** What one thing would do to the chosen records. */
export type BulkPlan = {
  /** What changes, and how it reads before and after; without a before where something is added to what stands. */
  label: Text
  reads: (record: AnyRecord, reader: Reader) => { before?: string; after: string }
  changing: readonly AnyRecord[]
  /** Those that read so already. */
  already: readonly AnyRecord[]
  changes: (record: AnyRecord) => Changes
  /** What gives the record its former value, once it changed. */
  back: (record: AnyRecord) => Changes
}
type Reader = { language: Language; day: (day: string) => string }

/** The fields that make sense for many records at once: a choice, yes or no, a day. */
export const bulkFieldsOf = (noun: NounKey): readonly BulkField[] =>
  Object.entries(nouns[noun].fields as Fields).flatMap(([key, field]) =>
    field.kind === 'choice' || field.kind === 'yesNo' || field.kind === 'day'
      ? [{ key, field }]
      : [],
  )

/** Every record reads this value in this field. */
export function planOf(
  { key, field }: BulkField,
  value: unknown,
  records: readonly AnyRecord[],
): BulkPlan {
  const isSo = (record: AnyRecord) => same(record[key], value)
  const read = (of: unknown, { language, day }: Reader) => {
    const text = formatValue(field, of, { language, names: () => undefined })
    return field.kind === 'day' ? day(text) : text
  }
  return {
    label: labelAlone(field),
    reads: (record, reader) => ({ before: read(record[key], reader), after: read(value, reader) }),
    changing: records.filter((record) => !isSo(record)),
    already: records.filter(isSo),
    changes: () => ({ fields: { [key]: value } }),
    back: (record) => ({ fields: { [key]: record[key] } }),
  }
}

/** Every activity names this measure. The records are whole: a list leaves their measures out. */
export function measurePlanOf(
  measure: { id: string; label: string },
  records: readonly AnyRecord[],
): BulkPlan {
  const isSo = (record: AnyRecord) =>
    (record.measures as readonly { measure: string | null }[]).some(
      (row) => row.measure === measure.id,
    )
  return {
    label: nouns.activity.fields.measures.label,
    reads: () => ({ after: `${measure.id} ${measure.label}` }),
    changing: records.filter((record) => !isSo(record)),
    already: records.filter(isSo),
    changes: () => ({ rows: [{ op: 'add', rows: 'measures', cells: { measure: measure.id } }] }),
    // A row is numbered by the first number of its record that no row had before.
    back: ({ id, lastRow }) => ({
      rows: [{ op: 'remove', rows: 'measures', rowId: `${id}.${lastRow + 1}` }],
    }),
  }
}

/** What the verb takes to do it. */
export const changesOf = ({ changes, changing }: BulkPlan) =>
  changing.map((record) => ({ id: record.id, version: record.version, changes: changes(record) }))

/** What the verb takes to undo it: every record its former value, at the version that the change gave it. */
export function undoingOf(
  { back, changing }: BulkPlan,
  now: readonly { id: string; version: number }[],
) {
  const versions = new Map(now.map(({ id, version }) => [id, version]))
  return changing.map((record) => ({
    id: record.id,
    version: versions.get(record.id) ?? record.version,
    changes: back(record),
  }))
}
