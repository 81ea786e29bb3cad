import { same } from '@ropewalk/domain/changes-between.ts'
import type { Cell, Fields, NounKey } from '@ropewalk/domain/field.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'

export type BulkField = { key: string; field: Cell }
/** What one value of one field would do to the chosen records. */
export type BulkPlan = BulkField & {
  value: unknown
  changing: readonly AnyRecord[]
  /** Those that read so already. */
  already: readonly AnyRecord[]
}

/** The fields that make sense for many records at once: a choice, yes or no, a day. */
export const bulkFieldsOf = (noun: NounKey): readonly BulkField[] =>
  Object.entries(nouns[noun].fields as Fields).flatMap(([key, field]) =>
    field.kind === 'choice' || field.kind === 'yesNo' || field.kind === 'day'
      ? [{ key, field }]
      : [],
  )

export function planOf(
  { key, field }: BulkField,
  value: unknown,
  records: readonly AnyRecord[],
): BulkPlan {
  const isSo = (record: AnyRecord) => same(record[key], value)
  return {
    key,
    field,
    value,
    changing: records.filter((record) => !isSo(record)),
    already: records.filter(isSo),
  }
}

/** What the verb takes to do it. */
export const changesOf = ({ key, value, changing }: BulkPlan) =>
  changing.map(({ id, version }) => ({ id, version, changes: { fields: { [key]: value } } }))

/** What the verb takes to undo it: every record its former value, at the version that the change gave it. */
export function undoingOf(
  { key, changing }: BulkPlan,
  now: readonly { id: string; version: number }[],
) {
  const versions = new Map(now.map(({ id, version }) => [id, version]))
  return changing.map((record) => ({
    id: record.id,
    version: versions.get(record.id) ?? record.version,
    changes: { fields: { [key]: record[key] } },
  }))
}
