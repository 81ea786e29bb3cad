import type { AnyRecord, Certainty, Kept, Source } from './record.ts'

/** The source that speaks for a field or row: of the row, else of the field, else of the whole record. */
export function sourceOf(
  record: Pick<Kept, 'sources'>,
  field: string,
  row = '',
): Source | undefined {
  const about = (aField: string, aRow: string) =>
    record.sources.findLast((source) => source.field === aField && source.row === aRow)
  return (row ? about(field, row) : undefined) ?? about(field, '') ?? about('', '')
}

export const certaintyOf = (
  record: Pick<Kept, 'sources'>,
  field: string,
  row = '',
): Certainty | null => sourceOf(record, field, row)?.certainty ?? null

/** Public facts come only from what is not inferred; links only when stated or confirmed. */
export const isAssured = (certainty: Certainty | null): boolean =>
  certainty === 'stated' || certainty === 'confirmed'

/** Every field or row that is only inferred, for the queue *To confirm*. */
export const inferredIn = (record: Pick<AnyRecord, 'sources'>): readonly Source[] =>
  record.sources.filter((source) => source.certainty === 'inferred')
