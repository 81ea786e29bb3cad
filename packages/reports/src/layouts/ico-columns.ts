import type { Activity } from '@ropewalk/domain/activity/activity.ts'
import {
  assessmentNeeds,
  assessmentStatuses,
  automatedKinds,
} from '@ropewalk/domain/activity/safeguards.ts'
import { why } from '@ropewalk/domain/activity/why.ts'
import { suppliersOf } from '@ropewalk/domain/derived/transfers.ts'
import { legalBases } from '@ropewalk/domain/legal-bases.ts'
import { mechanisms } from '@ropewalk/domain/mechanisms.ts'
import type { Cell } from '../cell.ts'
import { dataColumns } from '../datasets/activities/data.ts'
import {
  type ActivityItem,
  answerOf,
  countriesAbroad,
  suppliersIn,
} from '../datasets/activities/item.ts'
import { whereColumns } from '../datasets/activities/where.ts'
import { answerTo, inOne, listOr, nameOf, referenceCell, retentionText, stated } from '../facts.ts'
import type { Scene } from '../scene.ts'
import { countryWord, distinct, wordOf } from '../word.ts'

type IcoItem = ActivityItem & { purpose: Activity['purposes'][number] | undefined }
/** Without `from` the register has no field for the heading. */
export type IcoColumn = { heading: string; from?: (item: IcoItem, scene: Scene) => Cell }

const ofPurpose = (
  { record, purpose }: IcoItem,
  key: keyof typeof why.purposes.fields,
  value: (row: NonNullable<IcoItem['purpose']>) => Cell,
): Cell => {
  if (!purpose) return answerOf(record, 'purposes')
  const { declared } = purpose
  return value(purpose) ?? answerTo(why.purposes.fields, { declared, role: record.role }, key)
}

const basisOf = (item: IcoItem) =>
  ofPurpose(item, 'legalBasis', ({ legalBasis }) => wordOf(legalBases, legalBasis))

/** The headings of the ICO’s template for controllers, verbatim and in its order. */
export const icoColumns: readonly IcoColumn[] = [
  { heading: 'Business function', from: ({ record }) => stated(record.businessFunction) },
  {
    heading: 'Purpose of processing',
    from: (item) => ofPurpose(item, 'purpose', ({ purpose }) => stated(purpose)),
  },
  {
    heading: 'Name and contact details of joint controller (if applicable)',
    from: ({ record }, { look }) =>
      listOr(
        record.jointControllers.map(({ party: id }) => {
          const party = look.party(id)
          return inOne([nameOf(id, party), party?.contact ?? '', party?.contactEmail ?? ''])
        }),
        answerOf(record, 'jointControllers'),
      ),
  },
  { heading: 'Categories of individuals', from: dataColumns.data_subjects.from },
  { heading: 'Categories of personal data', from: dataColumns.data_categories.from },
  {
    heading: 'Categories of recipients',
    from: (item, scene) =>
      both(whereColumns.recipients.from(item, scene), suppliersIn(item, scene)),
  },
  {
    heading: 'Link to contract with processor',
    from: ({ record }, scene) =>
      listOr(
        suppliersOf(record, scene.look).map(({ name, id, contractReference }) => {
          const reference = referenceCell(contractReference, scene)
          return reference && `${name || id}: ${reference}`
        }),
        answerOf(record, 'subProcessors'),
      ),
  },
  {
    heading:
      'Names of third countries or international organisations that personal data are transferred to (if applicable)',
    from: countriesAbroad,
  },
  {
    heading:
      'Safeguards for exceptional transfers of personal data to third countries or international organisations (if applicable)',
    from: (item, { language }) =>
      listOr(
        distinct(
          item.abroad().map(({ country, mechanism }) => {
            const safeguard = wordOf(mechanisms, mechanism)
            return (
              safeguard && `${countryWord(country)?.label[language]}: ${safeguard.label[language]}`
            )
          }),
        ),
        answerOf(item.record, 'transfers'),
      ),
  },
  {
    heading: 'Retention schedule (if possible)',
    from: ({ record }, scene) =>
      listOr(
        record.data.map((row) => {
          const kept = retentionText(row, scene)
          const name = nameOf(row.dataCategory, scene.look.dataCategory(row.dataCategory))
          return kept === null ? null : [name, kept].filter(Boolean).join(': ')
        }),
        answerOf(record, 'data'),
      ),
  },
  {
    heading: 'General description of technical and organisational security measures (if possible)',
    from: whereColumns.security_measures.from,
  },
  { heading: 'Article 6 lawful basis for processing personal data', from: basisOf },
  {
    heading: 'Article 9 condition for processing special category data',
    from: dataColumns.art9_conditions.from,
  },
  {
    heading: 'Legitimate interests for the processing (if applicable)',
    from: (item) =>
      ofPurpose(item, 'legitimateInterest', ({ legitimateInterest }) => stated(legitimateInterest)),
  },
  {
    heading: 'Link to record of legitimate interests assessment (if applicable)',
    from: (item, scene) =>
      ofPurpose(item, 'assessment', ({ assessment }) => referenceCell(assessment, scene)),
  },
  {
    heading: 'Rights available to individuals',
    from: ({ record }) => stated(record.rightsExercised),
  },
  {
    heading: 'Existence of automated decision-making, including profiling (if applicable)',
    from: ({ record }) => wordOf(automatedKinds, record.automatedDecisions),
  },
  {
    heading: 'The source of the personal data (if applicable)',
    from: dataColumns.data_sources.from,
  },
  {
    heading: 'Link to record of consent',
    from: (item, scene) =>
      ofPurpose(item, 'consentRecord', ({ consentRecord }) => referenceCell(consentRecord, scene)),
  },
  {
    heading: 'Location of personal data',
    from: ({ record }) =>
      listOr([...record.systems, ...record.storageCountries.map(countryWord)], null),
  },
  {
    heading: 'Data Protection Impact Assessment required?',
    from: ({ record }) => wordOf(assessmentNeeds, record.dpiaNeed),
  },
  {
    heading: 'Data Protection Impact Assessment progress',
    from: ({ record }) =>
      listOr(
        [wordOf(assessmentStatuses, record.dpiaStatus), record.dpiaOn].filter(
          (part) => part !== null,
        ),
        null,
      ),
  },
  {
    heading: 'Link to Data Protection Impact Assessment',
    from: ({ record }, scene) => referenceCell(record.dpiaReference, scene),
  },
  { heading: 'Has a personal data breach occurred?' },
  { heading: 'Link to record of personal data breach' },
  { heading: 'Data Protection Act 2018 Schedule 1 Condition for processing' },
  { heading: 'GDPR Article 6 lawful basis for processing', from: basisOf },
  { heading: 'Link to retention and erasure policy document' },
  { heading: 'Is personal data retained and erased in accordance with the policy document?' },
  { heading: 'Reasons for not adhering to policy document (if applicable)' },
]

/** Two lists as one; an answer in the place of one of them gives way to the other’s values. */
function both(one: Cell, other: Cell): Cell {
  if (Array.isArray(one) && Array.isArray(other)) return [...one, ...other]
  return Array.isArray(other) ? other : one
}
