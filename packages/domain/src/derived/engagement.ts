import type { Activity } from '../activity/activity.ts'
import { both, type Text } from '../words.ts'

/** What a supplier is in one link: Art. 4(8) and 28(4) GDPR. */
export const engagements = {
  processor: both('processor', 'sous-traitant'),
  subProcessor: both('sub-processor', 'sous-traitant ultérieur'),
  toConfirm: both('to confirm', 'à confirmer'),
} as const satisfies Record<string, Text>
export type Engagement = keyof typeof engagements

/** What the suppliers linked to an activity of this role are engaged as. */
export function engagedAs(role: Activity['role']): Engagement {
  if (role === 'controller' || role === 'jointController') return 'processor'
  return role === 'processor' ? 'subProcessor' : 'toConfirm'
}
