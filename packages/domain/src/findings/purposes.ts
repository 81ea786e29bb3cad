import { type Activity, activityFields } from '../activity/activity.ts'
import type { Finding } from '../finding.ts'
import { legalBases } from '../legal-bases.ts'
import { both, type Text, type Values } from '../words.ts'
import { isDeclared } from './declared.ts'
import { isControllers } from './roles.ts'
import { advice, found, gap, type Rule, when } from './rule.ts'
import { excerpt } from './wording.ts'

const none = gap(
  'purposes-not-stated',
  'Art. 30(1)(b)',
  both('Purposes not stated', 'Finalités non indiquées'),
)
const basis = gap(
  'purpose-without-legal-basis',
  'Art. 6(1)',
  both('Purpose without legal basis', 'Finalité sans base légale'),
)
const interest = gap(
  'legitimate-interest-not-named',
  'Art. 6(1)(f), 13(1)(d)',
  both('Legitimate interest not named', 'Intérêt légitime non indiqué'),
)
const law = gap(
  'law-not-cited',
  'Art. 6(3)',
  both(
    'Legal obligation or public task without the law cited',
    'Obligation légale ou mission d’intérêt public sans texte cité',
  ),
)
const assessment = advice(
  'interest-without-assessment',
  'Art. 6(1)(f)',
  both('Legitimate interests without assessment', 'Intérêts légitimes sans évaluation'),
)
export const purposesRules = [none, basis, interest, law, assessment]

const sentences = {
  none: both('No purpose is stated.', 'Aucune finalité n’est indiquée.'),
  basis: both(
    'The purpose “{purpose}” has no legal basis.',
    'La finalité « {purpose} » n’a pas de base légale.',
  ),
  interest: both(
    'The purpose “{purpose}” rests on legitimate interests, and the interest is not named.',
    'La finalité « {purpose} » repose sur des intérêts légitimes, mais l’intérêt n’est pas indiqué.',
  ),
  law: both(
    'The purpose “{purpose}” rests on {basis}, and no law is cited.',
    'La finalité « {purpose} » repose sur {basis}, mais aucun texte n’est cité.',
  ),
  assessment: both(
    'No assessment of the legitimate interests is recorded for the purpose “{purpose}”.',
    'Aucune évaluation des intérêts légitimes n’est consignée pour la finalité « {purpose} ».',
  ),
}

export const purposesNotStated = (activity: Activity): Finding[] =>
  when(
    isControllers(activity) &&
      activity.purposes.every((row) => row.purpose === '') &&
      !isDeclared(activityFields, activity, 'purposes'),
    () => found(none, activity, { field: 'purposes', text: sentences.none }),
  )

export const purposeWithoutLegalBasis = (activity: Activity): Finding[] =>
  controllersPurposes(activity)
    .filter((row) => row.legalBasis === null && !isCellDeclared(activity, row, 'legalBasis'))
    .map((row) => about(activity, row, { rule: basis, text: sentences.basis }))

export const legitimateInterestNotNamed = (activity: Activity): Finding[] =>
  controllersPurposes(activity)
    .filter((row) => row.legalBasis === 'legitimateInterests' && row.legitimateInterest === '')
    .filter((row) => !isCellDeclared(activity, row, 'legitimateInterest'))
    .map((row) => about(activity, row, { rule: interest, text: sentences.interest }))

export const lawNotCited = (activity: Activity): Finding[] =>
  controllersPurposes(activity).flatMap((row) =>
    (row.legalBasis === 'legalObligation' || row.legalBasis === 'publicTask') && row.lawCited === ''
      ? [
          about(activity, row, {
            rule: law,
            text: sentences.law,
            values: { basis: legalBases[row.legalBasis] },
          }),
        ]
      : [],
  )

export const interestWithoutAssessment = (activity: Activity): Finding[] =>
  controllersPurposes(activity)
    .filter((row) => row.legalBasis === 'legitimateInterests' && row.assessment === null)
    .map((row) => about(activity, row, { rule: assessment, text: sentences.assessment }))

type Row = Activity['purposes'][number]
const controllersPurposes = (activity: Activity): readonly Row[] =>
  isControllers(activity) ? activity.purposes : []

const isCellDeclared = ({ role }: Activity, { declared }: Row, key: string) =>
  isDeclared(activityFields.purposes.fields, { declared, role }, key)

type About = { rule: Rule; text: Text; values?: Values }
const about = (activity: Activity, row: Row, { rule, text, values }: About) =>
  found(rule, activity, {
    field: 'purposes',
    row: row.rowId,
    text,
    values: { ...values, purpose: excerpt(row.purpose) },
  })
