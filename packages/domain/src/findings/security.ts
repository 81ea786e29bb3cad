import { type Activity, activityFields } from '../activity/activity.ts'
import type { Finding } from '../finding.ts'
import { both } from '../words.ts'
import { isDeclared } from './declared.ts'
import { provisionFor } from './roles.ts'
import { found, gap, when } from './rule.ts'

const none = gap(
  'measures-not-stated',
  'Art. 30(1)(g), 30(2)(d)',
  both('Security measures not stated', 'Mesures de sécurité non indiquées'),
)
export const securityRules = [none]

const sentence = both(
  'No security measure is described: the law asks for it where possible.',
  'Aucune mesure de sécurité n’est décrite : la loi le demande dans la mesure du possible.',
)

export const measuresNotStated = (activity: Activity): Finding[] =>
  when(
    activity.measures.every((row) => row.measure === null && row.note === '') &&
      !isDeclared(activityFields, activity, 'measures'),
    () =>
      found(none, activity, {
        field: 'measures',
        text: sentence,
        provision: provisionFor(activity, '30(1)(g)', '30(2)(d)'),
      }),
  )
