import type { Entry } from '@ropewalk/domain/reconciliation/entries.ts'
import type { Reconciled } from '@ropewalk/domain/reconciliation/reconciled.ts'
import { resultNames, whyNames } from '@ropewalk/domain/reconciliation/words.ts'
import { listDataset } from '../dataset.ts'
import { wordOf } from '../word.ts'

/** A line beside one record, or either alone; what it does not have stays empty. */
type ReconciliationRow = {
  result: keyof typeof resultNames
  line?: number
  listed?: string
  id?: string
  record?: string
  score?: number
  why?: keyof typeof whyNames
}

/** A list beside the register: a row for each line and record of it, then the records that no line names. */
export const reconciliation = listDataset<ReconciliationRow>(
  'reconciliation',
  ({ text, number, choice, event }) => ({
    line: event(number(({ line }) => line ?? '')),
    listed_name: event(text(({ listed }) => listed ?? '')),
    result: choice(resultNames, ({ result }) => wordOf(resultNames, result)),
    record_id: event(text(({ id }) => id ?? '')),
    record: event(text(({ record }) => record ?? '')),
    score: event(number(({ score }) => score ?? '')),
    why: event(choice(whyNames, ({ why }) => (why ? wordOf(whyNames, why) : ''))),
  }),
)

/** The rows of the file: lines in their order. */
export function reconciliationRows(result: Reconciled): ReconciliationRow[] {
  const names = new Map(result.records.map(({ id, name }) => [id, name]))
  const named = (id: string) => ({ id, record: names.get(id) ?? '' })
  const each = ({ lines }: Entry, rows: readonly Omit<ReconciliationRow, 'line' | 'listed'>[]) =>
    lines.flatMap(({ line, text }) => rows.map((row) => ({ line, listed: text, ...row })))
  const ofLines: ReconciliationRow[] = [
    ...result.inBoth.flatMap(({ entry, ids, why }) =>
      each(
        entry,
        ids.map((id) => ({ result: 'inBoth', why, ...named(id) })),
      ),
    ),
    ...result.candidates.flatMap(({ entry, candidates }) =>
      each(
        entry,
        candidates.map(({ id, score, why }) => ({ result: 'candidate', score, why, ...named(id) })),
      ),
    ),
    ...result.onlyThere.flatMap((entry) => each(entry, [{ result: 'onlyThere' }])),
    ...result.nameless.map(({ line, text }) => ({
      line,
      listed: text,
      result: 'nameless' as const,
    })),
  ]
  return [
    ...ofLines.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0)),
    ...result.onlyHere.map(({ id, name }) => ({ result: 'onlyHere' as const, id, record: name })),
  ]
}
