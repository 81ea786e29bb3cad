import type { Named, Snapshot } from '@ropewalk/domain/published.ts'
import { absolute, schemaPath } from './addresses.ts'
import { inOrder } from './facts.ts'
import { matching } from './filters.ts'
import type { SiteInput } from './page.ts'

/** The list for programs: choices as keys, countries as ISO codes, null where nothing is stated. */
export function subProcessorsJson(input: SiteInput): string {
  const { organisation, snapshots, changedOn, language, base, filters } = input
  const list = {
    $schema: absolute(base, schemaPath),
    organisation: organisation && {
      name: organisation.name,
      address: statedOr(organisation.address),
      country: organisation.country,
      privacy_contact: statedOr(organisation.privacyContact),
      privacy_notice: statedOr(organisation.privacyNotice),
      role: statedOr(organisation.roleInSentence),
    },
    language,
    updated_on: changedOn ?? null,
    rows: matching(inOrder(snapshots), filters, language).map(row),
  }
  return `${JSON.stringify(list, null, 2)}\n`
}

const row = (snapshot: Snapshot) => ({
  sub_processor_id: snapshot.subProcessorId,
  name: snapshot.name,
  legal_entity: statedOr(snapshot.legalEntity),
  function: statedOr(snapshot.function),
  service: statedOr(snapshot.service),
  data_categories: anyOr(snapshot.dataCategories.map(nameOf)),
  data_subjects: anyOr(snapshot.dataSubjects.map(nameOf)),
  products: anyOr(snapshot.products.map(nameOf)),
  processing_countries: anyOr(snapshot.processingCountries),
  seat_country: snapshot.seatCountry,
  transfer_mechanisms: anyOr(snapshot.transferMechanisms),
  status: snapshot.status,
  effective_on: snapshot.effectiveOn,
  ended_on: snapshot.endedOn,
  updated_on: snapshot.updatedOn,
  customer_data: snapshot.customerData === 'notStated' ? null : snapshot.customerData,
})

const nameOf = ({ name }: Named) => name
const statedOr = (text: string) => (text === '' ? null : text)
const anyOr = <T>(list: readonly T[]) => (list.length === 0 ? null : list)
