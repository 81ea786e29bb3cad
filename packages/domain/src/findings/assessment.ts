import type { Activity } from '../activity/activity.ts'
import type { Finding } from '../finding.ts'
import { both } from '../words.ts'
import { advice, found, when } from './rule.ts'

const undecided = advice(
  'impact-assessment-undecided',
  'Art. 35',
  both('Impact assessment undecided', 'Analyse d’impact à décider'),
)
export const assessmentRules = [undecided]

const sentence = both(
  '{count, plural, one {# criterion is} other {# criteria are}} met, and whether an impact assessment is required is undecided.',
  '{count, plural, one {# critère est rempli} other {# critères sont remplis}}, mais la nécessité d’une analyse d’impact n’est pas décidée.',
)

/** WP248 rev.01: two criteria or more normally mean an assessment. */
export const impactAssessmentUndecided = (activity: Activity): Finding[] =>
  when(
    activity.dpiaCriteria.length >= 2 &&
      (activity.dpiaNeed === null || activity.dpiaNeed === 'undecided'),
    () =>
      found(undecided, activity, {
        field: 'dpiaNeed',
        text: sentence,
        values: { count: activity.dpiaCriteria.length },
      }),
  )
