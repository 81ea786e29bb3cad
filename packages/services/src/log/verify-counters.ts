import type { Register } from '@ropewalk/db/records.ts'
import type { LiveFault } from './verify-live.ts'

/** Counters below an id that the log has seen: an id would be given a second time. */
export async function loweredCounters(
  { db, tables }: Register,
  last: ReadonlyMap<string, number>,
): Promise<LiveFault[]> {
  const highest = new Map<string, { number: number; seq: number }>()
  for (const [record, seq] of last) {
    const [, prefix = '', digits] = /^(?:approval |review )?([A-Z]{2,3})-(\d+)$/.exec(record) ?? []
    const number = Number(digits)
    if (digits && number > (highest.get(prefix)?.number ?? 0)) highest.set(prefix, { number, seq })
  }
  const counters = await db.select().from(tables.counters)
  const next = new Map(counters.map((row) => [row.prefix, row.next]))
  return [...highest].flatMap(([prefix, { number, seq }]): LiveFault[] =>
    (next.get(prefix) ?? 0) > number
      ? []
      : [{ seq, what: 'record-differs', detail: `counter ${prefix}` }],
  )
}
