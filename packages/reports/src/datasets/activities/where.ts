import {
  assessmentNeeds,
  assessmentStatuses,
  automatedKinds,
} from '@ropewalk/domain/activity/safeguards.ts'
import { operations } from '@ropewalk/domain/activity/what.ts'
import { mechanisms } from '@ropewalk/domain/mechanisms.ts'
import { columnsOf } from '../../column.ts'
import { inOne, listOr, nameOf, referenceCell } from '../../facts.ts'
import { countryWord, wordOf } from '../../word.ts'
import {
  type ActivityItem,
  answerOf,
  countriesAbroad,
  mechanismsAbroad,
  suppliersIn,
} from './item.ts'

/** Where the data go, on whose behalf, and how they are kept safe. */
const { list, choice, choices } = columnsOf<ActivityItem>()

export const whereColumns = {
  recipients: list(({ record }, { look }) =>
    listOr(
      record.recipients.map((row) => nameOf(row.party, look.party(row.party)) ?? row.whatFor),
      answerOf(record, 'recipients'),
    ),
  ),
  processors: list(suppliersIn),
  sub_processors: list(suppliersIn),
  third_countries: list(countriesAbroad),
  transfer_mechanisms: choices(mechanisms, mechanismsAbroad),
  controllers_served: list(({ record }, { look }) =>
    listOr(
      record.controllersServed.map((row) => nameOf(row.party, look.party(row.party))),
      answerOf(record, 'controllersServed'),
    ),
  ),
  controller_contacts: list(({ record }, { look }) =>
    listOr(
      record.controllersServed.map((row) => {
        const party = look.party(row.party)
        return party ? inOne([party.contact, party.contactEmail]) : null
      }),
      answerOf(record, 'controllersServed'),
    ),
  ),
  processing_categories: list(({ record }, { language }) =>
    listOr(
      record.controllersServed.map((row) =>
        inOne(row.processingCategories.map((key) => operations[key][language])),
      ),
      answerOf(record, 'controllersServed'),
    ),
  ),
  security_measures: list(({ record }, { look }) =>
    listOr(
      record.measures.map((row) => nameOf(row.measure, look.measure(row.measure)) ?? row.note),
      null,
    ),
  ),
  automated_decisions: choice(automatedKinds, ({ record }) =>
    wordOf(automatedKinds, record.automatedDecisions),
  ),
  dpia: list(({ record }, scene) =>
    listOr(
      [
        wordOf(assessmentNeeds, record.dpiaNeed),
        wordOf(assessmentStatuses, record.dpiaStatus),
        record.dpiaOn,
        referenceCell(record.dpiaReference, scene),
      ].filter((part) => part !== null),
      null,
    ),
  ),
  systems: list(({ record }) => listOr(record.systems, null)),
  storage_countries: list(({ record }) => listOr(record.storageCountries.map(countryWord), null)),
} as const
