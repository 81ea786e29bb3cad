import { type Activity, activityFields } from '../activity/activity.ts'
import type { Finding } from '../finding.ts'
import type { Look } from '../look.ts'
import { both } from '../words.ts'
import { isDeclared } from './declared.ts'
import { isControllers } from './roles.ts'
import { advice, found, gap } from './rule.ts'
import { nameOf } from './wording.ts'

const none = gap(
  'retention-not-stated',
  'Art. 30(1)(f)',
  both('Time limit for erasure not stated', 'Délai d’effacement non indiqué'),
)
const vague = advice(
  'retention-criterion-unverifiable',
  'Art. 30(1)(f), 5(1)(e)',
  both('Retention criterion nobody can check', 'Critère de conservation invérifiable'),
)
export const retentionRules = [none, vague]

const sentences = {
  none: both(
    'How long {category} is kept is not stated: the law asks for it where possible.',
    'La durée de conservation n’est pas indiquée pour {category} : la loi la demande dans la mesure du possible.',
  ),
  vague: both(
    'The policy gives a criterion nobody can check for {category}: no period or event is stated.',
    'La politique donne un critère que personne ne peut vérifier pour {category} : ni durée ni événement n’est indiqué.',
  ),
}

export const retentionNotStated = (activity: Activity, look: Look): Finding[] =>
  controllersData(activity)
    .filter((row) => !hasPeriod(row) && row.criteria === '' && !isRowDeclared(activity, row))
    .map((row) =>
      found(none, activity, {
        field: 'data',
        row: row.rowId,
        text: sentences.none,
        values: { category: nameOf(row.dataCategory, look) },
      }),
    )

export const retentionCriterionUnverifiable = (activity: Activity, look: Look): Finding[] =>
  controllersData(activity)
    .filter((row) => row.criteria !== '' && !hasPeriod(row) && row.trigger === '')
    .map((row) =>
      found(vague, activity, {
        field: 'data',
        row: row.rowId,
        text: sentences.vague,
        values: { category: nameOf(row.dataCategory, look) },
      }),
    )

type Row = Activity['data'][number]
/** A number without its unit states no period. */
const hasPeriod = (row: Row) => row.period !== null && row.unit !== null
const isRowDeclared = ({ role }: Activity, { declared }: Row) =>
  (['period', 'criteria'] as const).some((key) =>
    isDeclared(activityFields.data.fields, { declared, role }, key),
  )
const controllersData = (activity: Activity): readonly Row[] =>
  isControllers(activity) ? activity.data : []
