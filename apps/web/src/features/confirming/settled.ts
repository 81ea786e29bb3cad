import type { AnyRecord } from '@ropewalk/domain/record.ts'
import type { Waiting } from './fact.ts'

export type QueuePage = {
  total: number
  rows: readonly Waiting[]
  records: Readonly<Record<string, unknown>>
  names: Record<string, string>
}

/** A page of the queue once a record stands otherwise: what it no longer infers leaves. */
export function settled<Page extends QueuePage>(page: Page, record: AnyRecord): Page {
  if (!page.records[record.id]) return page
  const inferred = new Set(
    record.sources.filter(({ certainty }) => certainty === 'inferred').map(({ rowId }) => rowId),
  )
  const rows = page.rows.filter((row) => row.recordId !== record.id || inferred.has(row.rowId))
  return {
    ...page,
    rows,
    total: page.total - (page.rows.length - rows.length),
    records: { ...page.records, [record.id]: record },
  }
}
