import type { NounKey } from '@ropewalk/domain/field.ts'
import type { Published } from '@ropewalk/domain/published.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { withRows } from './activity.ts'
import { policyText, type StarterData, type StarterSupplier, starterData } from './data.ts'
import { type Plain, recordFrom } from './plain.ts'

export type Starter = {
  /** In an order in which every link leads to a record that is already there. */
  records: readonly { noun: NounKey; record: AnyRecord }[]
  /** The first snapshots of the public list: names and stated functions, nothing else. */
  published: readonly Published[]
}

/** X2O's register at the start. The same clock gives the same records. */
export function starterRecords(clock: { now: string; today: string }): Starter {
  const data = starterData()
  const beside = { source: data.source, clock }
  return {
    records: plainOf(data).flatMap(([noun, all]) =>
      all.map((plain) => ({ noun, record: recordFrom(noun, plain, beside) })),
    ),
    published: data.subProcessors.map(publishedAtFirst),
  }
}

const plainOf = (data: StarterData): readonly (readonly [NounKey, readonly Plain[]])[] => [
  ['document', data.documents.map((plain) => withText(plain, data))],
  ['organisation', data.organisations],
  ['party', data.parties],
  ['measure', data.measures],
  ['product', data.products],
  ['dataCategory', data.dataCategories],
  ['dataSubject', data.dataSubjects],
  ['subProcessor', data.subProcessors],
  ['activity', data.activities.map((plain) => withRows(plain, data))],
]

const withText = (plain: Plain, { source }: StarterData): Plain =>
  plain.id === source.document
    ? { ...plain, fields: { ...plain.fields, text: policyText() } }
    : plain

const publishedAtFirst = ({ id, fields }: StarterSupplier): Published => ({
  subProcessorId: id,
  name: String(fields.name),
  legalEntity: '',
  function: String(fields.function),
  service: '',
  dataCategories: [],
  dataSubjects: [],
  products: [],
  processingCountries: [],
  seatCountry: null,
  transferMechanisms: [],
  status: null,
  effectiveOn: null,
  endedOn: null,
  publicNote: '',
  customerData: 'notStated',
})
