import type { Activity } from '@ropewalk/domain/activity/activity.ts'
import { columnsOf } from '../column.ts'
import { stated } from '../facts.ts'

const { text } = columnsOf<{ activity: Activity }>()

/** The activity that a row belongs to: first in every dataset of an activity's rows. */
export const ofActivity = {
  activity_id: text(({ activity }) => activity.id),
  activity: text(({ activity }) => stated(activity.name)),
} as const

export const each = <Row>(
  activity: Activity,
  rows: readonly Row[],
): { activity: Activity; row: Row }[] => rows.map((row) => ({ activity, row }))
