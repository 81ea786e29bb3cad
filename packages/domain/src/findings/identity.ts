import { type Activity, activityFields } from '../activity/activity.ts'
import type { Finding } from '../finding.ts'
import type { Look } from '../look.ts'
import { both } from '../words.ts'
import { isDeclared } from './declared.ts'
import { provisionFor } from './roles.ts'
import { found, gap, when } from './rule.ts'
import { nameOf } from './wording.ts'

const organisation = gap(
  'organisation-not-named',
  'Art. 30(1)(a), 30(2)(a)',
  both('No organisation named', 'Aucune organisation indiquée'),
)
const jointController = gap(
  'joint-controller-not-named',
  'Art. 30(1)(a), 26',
  both('Joint controller not named', 'Responsable conjoint non indiqué'),
)
const arrangement = gap(
  'joint-controllers-without-arrangement',
  'Art. 26(1)',
  both('Joint controllers without arrangement', 'Responsables conjoints sans accord'),
)
export const identityRules = [organisation, jointController, arrangement]

const sentences = {
  organisation: both(
    'No organisation is named for this activity.',
    'Aucune organisation n’est indiquée pour cette activité.',
  ),
  jointController: both(
    'Our role is joint controller, and no joint controller is named.',
    'Notre rôle est responsable conjoint, mais aucun responsable conjoint n’est indiqué.',
  ),
  arrangement: both(
    'No arrangement is recorded with the joint controller {party}.',
    'Aucun accord n’est consigné avec le responsable conjoint {party}.',
  ),
}

export const organisationNotNamed = (activity: Activity): Finding[] =>
  when(activity.organisation === null, () =>
    found(organisation, activity, {
      field: 'organisation',
      text: sentences.organisation,
      provision: provisionFor(activity, '30(1)(a)', '30(2)(a)'),
    }),
  )

export const jointControllerNotNamed = (activity: Activity): Finding[] =>
  when(
    activity.role === 'jointController' &&
      activity.jointControllers.every((row) => row.party === null) &&
      !isDeclared(activityFields, activity, 'jointControllers'),
    () =>
      found(jointController, activity, {
        field: 'jointControllers',
        text: sentences.jointController,
      }),
  )

export const jointControllersWithoutArrangement = (activity: Activity, look: Look): Finding[] =>
  activity.jointControllers
    .filter((row) => row.arrangement === null)
    .map((row) =>
      found(arrangement, activity, {
        field: 'jointControllers',
        row: row.rowId,
        text: sentences.arrangement,
        values: { party: nameOf(row.party, look) },
      }),
    )
