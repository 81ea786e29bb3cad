import { certaintyOf, isAssured } from '../certainty.ts'
import type { LinkedActivity, Look } from '../look.ts'
import { type Engagement, engagedAs } from './engagement.ts'

/**
 * All links are for the desk and the datasets; only assured ones are for the public: stated or confirmed, of an approved
 * activity once any was approved.
 */
export type Which = 'all' | 'assured'

export type Link = {
  activity: LinkedActivity
  row: LinkedActivity['subProcessors'][number]
  engagedAs: Engagement
}

/** The links of a supplier. Among assured ones a role that is only inferred reads *to confirm*. */
export const linksOf = (subProcessorId: string, look: Look, which: Which = 'all'): Link[] =>
  activitiesTold(look.linkedTo(subProcessorId), look, which).flatMap((activity) =>
    activity.subProcessors
      .filter((row) => row.subProcessor === subProcessorId)
      .filter((row) => which === 'all' || isAssuredLink(activity, row.rowId))
      .map((row) => ({ activity, row, engagedAs: engagement(activity, which) })),
  )

const activitiesTold = (
  activities: readonly LinkedActivity[],
  { approved }: Look,
  which: Which,
): readonly LinkedActivity[] =>
  which === 'all' || !approved ? activities : activities.filter(({ id }) => approved.has(id))

/** All that a supplier is engaged as, over its live links. */
export const engagementsOf = (subProcessorId: string, look: Look): ReadonlySet<Engagement> =>
  new Set(look.linkedTo(subProcessorId).map(({ role }) => engagedAs(role)))

/** Whether a supplier row of an activity is stated or confirmed. */
export const isAssuredLink = (activity: Pick<LinkedActivity, 'sources'>, rowId: string): boolean =>
  isAssured(certaintyOf(activity, 'subProcessors', rowId))

const engagement = (activity: LinkedActivity, which: Which): Engagement =>
  which === 'assured' && certaintyOf(activity, 'role') === 'inferred'
    ? 'toConfirm'
    : engagedAs(activity.role)
