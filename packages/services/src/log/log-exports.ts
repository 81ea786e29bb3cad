import { keptStateOf } from '@ropewalk/log/state.ts'
import { and, asc, eq, gt, isNotNull, lte } from 'drizzle-orm'
import type { MadeExport } from '../exports.ts'
import type { Work } from '../verb.ts'
import type { Span } from './log-datasets.ts'

export type ListedExport = MadeExport & { at: string; actor: string }

/** The files that left the register in a span of the log, oldest first. */
export async function* exportsIn(
  work: Work,
  { after, upTo }: Span,
): AsyncGenerator<ListedExport[]> {
  const { db, tables } = work.log
  const { entries, states } = tables
  for (let from = after; ; ) {
    const rows = await db
      .select({ seq: entries.seq, at: entries.at, value: states.value })
      .from(entries)
      .innerJoin(states, and(eq(states.seq, entries.seq), isNotNull(states.value)))
      .where(and(eq(entries.verb, 'exports.make'), gt(entries.seq, from), lte(entries.seq, upTo)))
      .orderBy(asc(entries.seq))
      .limit(500)
    yield rows.map(({ at, value }) => {
      const { who: actor, after: made } = keptStateOf(value ?? '')
      return { ...(made as MadeExport), at, actor }
    })
    if (rows.length < 500) return
    from = rows.at(-1)?.seq ?? from
  }
}
