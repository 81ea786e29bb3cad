import { engagements } from '@ropewalk/domain/derived/engagement.ts'
import { type Touched, touchedBy } from '@ropewalk/domain/derived/touched.ts'
import { isThirdCountry } from '@ropewalk/domain/derived/transfers.ts'
import { mechanisms } from '@ropewalk/domain/mechanisms.ts'
import { assuranceTypes, contractStatuses } from '@ropewalk/domain/sub-processor/contract.ts'
import { supplierStatuses, tiers } from '@ropewalk/domain/sub-processor/status.ts'
import {
  type SubProcessor,
  subProcessorFields,
} from '@ropewalk/domain/sub-processor/sub-processor.ts'
import { both } from '@ropewalk/domain/words.ts'
import type { Cell } from '../cell.ts'
import { type Beside, dataset } from '../dataset.ts'
import {
  answerTo,
  findingsCell,
  inOne,
  keptColumns,
  listOr,
  nameOf,
  personCell,
  referenceCell,
  stated,
} from '../facts.ts'
import type { Scene } from '../scene.ts'
import { countryWord, distinct, wordOf, wordsOf } from '../word.ts'

type Item = Beside & { record: SubProcessor; touched(): Touched }

/** With what follows from its links to live activities; until then a date of its status is empty. */
export const subProcessors = dataset({
  key: 'sub-processors',
  nouns: ['subProcessor'],
  items: (record, { look }, beside): Item[] => {
    let touched: Touched | undefined
    return [
      {
        ...beside,
        record,
        touched: () => {
          touched ??= touchedBy(record.id, look)
          return touched
        },
      },
    ]
  },
  columns: ({ text, day, yesNo, list, choice, choices, event }) => ({
    sub_processor_id: text(({ record }) => record.id),
    name: text(({ record }) => stated(record.name)),
    legal_entity: text(({ record }) => stated(record.legalEntity)),
    address: text(({ record }) => stated(record.address)),
    contact: text(({ record }) =>
      inOne([record.contactName, record.contactPosition, record.contactEmail]),
    ),
    service: text(({ record }) => stated(record.service)),
    function: text(({ record }) => stated(record.function)),
    engaged_as: choices(engagements, ({ touched }) =>
      listOr(wordsOf(engagements, touched().engagedAs), null),
    ),
    activities: list(({ record, touched }, { look }) => {
      const names = new Map(look.linkedTo(record.id).map(({ id, name }) => [id, name]))
      return listOr(
        touched().activities.map((id) => names.get(id) || id),
        null,
      )
    }),
    data_categories: list(({ touched }, { look }) =>
      listOr(
        touched().dataCategories.map((id) => nameOf(id, look.dataCategory(id))),
        null,
      ),
    ),
    data_subjects: list(({ touched }, { look }) =>
      listOr(
        touched().dataSubjects.map((id) => nameOf(id, look.dataSubject(id))),
        null,
      ),
    ),
    products: list(({ touched }, { look }) =>
      listOr(
        touched().products.map((id) => nameOf(id, look.product(id))),
        null,
      ),
    ),
    seat_country: text(({ record }) => countryWord(record.seatCountry)),
    processing_countries: list(({ record }) =>
      listOr(distinct(record.locations.map(({ country }) => countryWord(country))), null),
    ),
    transfer_mechanisms: choices(mechanisms, mechanismsOf),
    contract_status: choice(contractStatuses, ({ record }) =>
      wordOf(contractStatuses, record.contractStatus),
    ),
    contract_signed_on: day(({ record }) => record.contractSignedOn),
    contract_expires_on: day(({ record }) => record.contractExpiresOn),
    assurance: list(assuranceOf),
    tier: choice(tiers, ({ record }) => wordOf(tiers, record.tier)),
    next_review_on: day(({ record }) => record.nextReviewOn),
    status: choice(supplierStatuses, ({ record }) => wordOf(supplierStatuses, record.status)),
    announced_on: event(day(({ record }) => once('announced', record, record.announcedOn))),
    effective_on: event(day(({ record }) => once('active', record, record.effectiveOn))),
    ended_on: event(day(({ record }) => once('former', record, record.endedOn))),
    listed: yesNo(({ record }, { look }) => look.published(record.id) !== undefined),
    findings: list(({ findings }) => findingsCell(findings)),
    ...keptColumns,
    owner: text(({ record }, scene) => personCell(record.owner, scene)),
    last_reviewed_on: day(({ record }) => record.lastReviewedOn),
    contract_reference: text(({ record }, scene) => referenceCell(record.contractReference, scene)),
    data_returned_reference: event(
      text(({ record }, scene) =>
        once('former', record, referenceCell(record.dataReturned, scene)),
      ),
    ),
  }),
})

/** Each mechanism once; `not stated` among them where a location outside the EEA has none. */
function mechanismsOf({ record }: Item, { look }: Scene): Cell {
  const told = record.locations.filter(
    ({ mechanism, country }) => mechanism !== null || isThirdCountry(country, look),
  )
  return listOr(distinct(told.map(({ mechanism }) => wordOf(mechanisms, mechanism))), null)
}

const until = both(' until ', ' jusqu’au ')
/** `SOC 2 type 2 until 2026-03-31`. */
function assuranceOf({ record }: Item, { language }: Scene): Cell {
  const reports = record.assurance.map(({ type, periodEnd }) => {
    const name = type === null ? null : assuranceTypes[type][language]
    return name && (periodEnd === null ? name : `${name}${until[language]}${periodEnd}`)
  })
  return listOr(reports, answerTo(subProcessorFields, record, 'assurance'))
}

const order = Object.keys(supplierStatuses)
type Status = NonNullable<SubProcessor['status']>
/** What comes with a status: empty before it is reached, not stated after. A supplier of no status has not ended. */
function once(reached: Status, { status }: SubProcessor, value: string | null): string | null {
  if (value !== null) return value
  const isReached =
    status === null ? reached !== 'former' : order.indexOf(status) >= order.indexOf(reached)
  return isReached ? null : ''
}
