import type { Activity } from '@ropewalk/domain/activity/activity.ts'
import { activityFields } from '@ropewalk/domain/activity/activity.ts'
import { certaintyOf } from '@ropewalk/domain/certainty.ts'
import { engagedAs, engagements } from '@ropewalk/domain/derived/engagement.ts'
import { transfersOf } from '@ropewalk/domain/derived/transfers.ts'
import { type AnyRecord, certainties } from '@ropewalk/domain/record.ts'
import { both } from '@ropewalk/domain/words.ts'
import type { Scene } from '../scene.ts'
import { answers, wordOf } from '../word.ts'
import { paragraphsOf, tableOfRows } from './answers.ts'
import type { PaperTable } from './paper.ts'

/** The suppliers of an activity with what each is engaged as, and whether the link is confirmed. */
export function suppliersTable(activity: Activity, table: PaperTable, scene: Scene): PaperTable {
  const role = paragraphsOf(wordOf(engagements, engagedAs(activity.role)), scene)
  return {
    ...table,
    columns: [
      ...table.columns,
      { label: words.engagedAs[scene.language], share: 1.5 },
      { label: words.certainty[scene.language], share: 1.5 },
    ],
    rows: activity.subProcessors.map((row, index) => [
      ...(table.rows[index] ?? []),
      role,
      paragraphsOf(wordOf(certainties, certaintyOf(activity, 'subProcessors', row.rowId)), scene),
    ]),
  }
}

/** An activity's own transfers, then those that follow from its suppliers' locations; nothing when there are none. */
export function transfersTable(
  activity: Activity,
  table: PaperTable,
  scene: Scene,
): PaperTable | undefined {
  const transfers = transfersOf(activity, scene.look)
  if (transfers.length === 0) return undefined
  const given = { record: activity as unknown as AnyRecord, scene }
  const rows = transfers.map((transfer) => ({ declared: {}, ...transfer }))
  const drawn = tableOfRows(activityFields.transfers, rows, given)
  return {
    ...table,
    columns: [...table.columns, { label: words.derivedFrom[scene.language], share: 1.5 }],
    rows: drawn.rows.map((row, index) => {
      const from = transfers[index]?.derivedFrom ?? null
      return [
        ...row,
        paragraphsOf(from === null ? answers.none : (scene.names(from) ?? from), scene),
      ]
    }),
  }
}

const words = {
  engagedAs: both('Engaged as', 'Recruté comme'),
  certainty: both('Certainty', 'Certitude'),
  derivedFrom: both('Follows from', 'Découle de'),
}
