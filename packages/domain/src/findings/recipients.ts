import { type Activity, activityFields } from '../activity/activity.ts'
import type { Finding } from '../finding.ts'
import { both } from '../words.ts'
import { isDeclared } from './declared.ts'
import { isControllers } from './roles.ts'
import { found, gap, when } from './rule.ts'

const none = gap(
  'recipients-not-stated',
  'Art. 30(1)(d)',
  both('Recipients not stated', 'Destinataires non indiqués'),
)
export const recipientsRules = [none]

const sentence = both(
  'Neither recipients nor suppliers are named or ruled out.',
  'Ni destinataires ni fournisseurs ne sont indiqués ou écartés.',
)

export const recipientsNotStated = (activity: Activity): Finding[] =>
  when(isControllers(activity) && !isAnswered(activity), () =>
    found(none, activity, { field: 'recipients', text: sentence }),
  )

const isAnswered = (activity: Activity) =>
  activity.recipients.some((row) => row.party !== null || row.whatFor !== '') ||
  activity.subProcessors.some((row) => row.subProcessor !== null) ||
  isDeclared(activityFields, activity, 'recipients') ||
  isDeclared(activityFields, activity, 'subProcessors')
