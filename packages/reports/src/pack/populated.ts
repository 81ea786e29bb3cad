import { both } from '@ropewalk/domain/words.ts'
import type { ColumnFacts } from '../column.ts'
import type { Dataset } from '../dataset.ts'
import { wordOf, wordsOf } from '../word.ts'

const standings = {
  standing: both('standing', 'en vigueur'),
  archived: both('archived', 'archivé'),
  removed: both('removed', 'supprimé'),
} as const
const events = {
  added: both('added', 'ajouté'),
  changed: both('changed', 'modifié'),
  archived: both('archived', 'archivé'),
  removed: both('removed', 'supprimé'),
  unchanged: both('unchanged', 'inchangé'),
} as const

/** What became of a record in a period. */
export type RecordFate = {
  standing: keyof typeof standings
  events: readonly (keyof typeof events)[]
  /** ISO 8601 UTC; null while it stands. */
  leftAt: string | null
}

/** The columns that say so. */
export const fateColumns: readonly ColumnFacts[] = [
  { key: 'at_period_end', kind: 'text', options: standings },
  { key: 'in_period', kind: 'list', options: events },
  { key: 'left_at', kind: 'time', event: true },
]

/** The dataset with three columns at its end, that say of each row's record what became of it in the period. */
export function populated(dataset: Dataset, fateOf: (id: string) => RecordFate): Dataset {
  const { columns, rowsFrom } = dataset
  return {
    ...dataset,
    columns: [...columns, ...fateColumns],
    rowsFrom(exported, picked, scene) {
      const own = picked.filter((index) => index < columns.length)
      const { standing, events: happened, leftAt } = fateOf(exported.record.id)
      return rowsFrom(exported, own, scene).map((row) => [
        ...row,
        wordOf(standings, standing),
        wordsOf(events, happened),
        leftAt === null ? '' : `${leftAt.slice(0, 19)}Z`,
      ])
    },
  }
}
