import type { CellFields, Field, Fields, RowOf, ValuesOf } from './field.ts'

const emptyLists = new Set<Field['kind']>(['texts', 'choices', 'countries', 'links', 'rows'])
const emptyTexts = new Set<Field['kind']>(['text', 'prose', 'wording', 'email', 'url'])

export const emptyValue = (field: Field): unknown =>
  emptyLists.has(field.kind) ? [] : emptyTexts.has(field.kind) ? '' : null

/** Whether nothing is stated: the declared answers aside. */
export const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0)

/** A record nobody has filled in yet. Defaults live here: Zod would apply them to partial updates. */
export const emptyRecord = <Fs extends Fields>(fields: Fs): ValuesOf<Fs> =>
  Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [key, emptyValue(field)]),
  ) as ValuesOf<Fs>

export const emptyRow = <Fs extends CellFields>(fields: Fs, rowId: string): RowOf<Fs> =>
  ({ rowId, declared: {}, ...emptyRecord(fields) }) as unknown as RowOf<Fs>
