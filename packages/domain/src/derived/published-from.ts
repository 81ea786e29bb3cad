import { certaintyOf } from '../certainty.ts'
import type { Look } from '../look.ts'
import { mechanisms } from '../mechanisms.ts'
import type { Named, Published } from '../published.ts'
import { company } from '../sub-processor/company.ts'
import { status } from '../sub-processor/status.ts'
import type { SubProcessor } from '../sub-processor/sub-processor.ts'
import { countryName, formatValue, joined } from '../values.ts'
import { both, type Language, say, type Text } from '../words.ts'
import { customerDataWords, touchedBy } from './touched.ts'

/**
 * What the public would read of a sub-processor today. Its own facts that are only inferred stay empty, save the
 * name; what follows from links follows from stated or confirmed ones.
 */
export function publishedFrom(record: SubProcessor, look: Look): Published {
  const told = <Key extends OwnFact>(key: Key, otherwise: SubProcessor[Key]): SubProcessor[Key] =>
    certaintyOf(record, key) === 'inferred' ? otherwise : record[key]
  const places = record.locations.filter(
    (row) => certaintyOf(record, 'locations', row.rowId) !== 'inferred',
  )
  const stated = new Set(places.map((row) => row.mechanism))
  const touched = touchedBy(record.id, look, 'assured')
  return {
    subProcessorId: record.id,
    name: record.name,
    legalEntity: told('legalEntity', ''),
    function: told('function', ''),
    service: told('service', ''),
    dataCategories: touched.dataCategories.map(naming(look.dataCategory)),
    dataSubjects: touched.dataSubjects.map(naming(look.dataSubject)),
    products: touched.products.map(naming(look.product)),
    processingCountries: distinct(places.map((row) => row.country)),
    seatCountry: told('seatCountry', null),
    transferMechanisms: mechanismKeys.filter((key) => stated.has(key)),
    status: told('status', null),
    effectiveOn: told('effectiveOn', null),
    endedOn: told('endedOn', null),
    publicNote: told('publicNote', ''),
    customerData: touched.customerData,
  }
}

export type PublishedFact = Exclude<keyof Published, 'subProcessorId'>
export type PublishedDifference = {
  field: PublishedFact
  label: Text
  before: string
  after: string
}

/** The facts that differ, as their reader reads them; empty texts where nothing is stated. */
export const publishedDifferences = (
  before: Published | undefined,
  after: Published,
  { language }: { language: Language },
): PublishedDifference[] =>
  differingFacts(before, after).map((field) => ({
    field,
    label: publishedLabels[field],
    before: before ? factText(field, before, language) : '',
    after: factText(field, after, language),
  }))

/** The facts in which two snapshots differ; against nothing published, all that would be stated. */
export const differingFacts = (
  before: Published | undefined,
  after: Published,
): readonly PublishedFact[] =>
  facts.filter((fact) =>
    before ? !isSame(before[fact], after[fact]) : factText(fact, after, 'en') !== '',
  )

/** Whether anything stands there for the public to read. */
export const isStated = (fact: PublishedFact, published: Published): boolean =>
  factText(fact, published, 'en') !== ''

/** What the public facts are called, in the order of the public page. */
export const publishedLabels: Record<PublishedFact, Text> = {
  name: company.name.label,
  legalEntity: company.legalEntity.label,
  function: company.function.label,
  service: company.service.label,
  dataCategories: both('Data categories', 'Catégories de données'),
  dataSubjects: both('Data subjects', 'Personnes concernées'),
  products: both('Products', 'Produits'),
  processingCountries: both('Processing countries', 'Pays de traitement'),
  seatCountry: company.seatCountry.label,
  transferMechanisms: both('Transfer mechanisms', 'Mécanismes de transfert'),
  status: status.status.label,
  effectiveOn: status.effectiveOn.label,
  endedOn: status.endedOn.label,
  publicNote: status.publicNote.label,
  customerData: both('Customers’ data', 'Données des clients'),
}
const facts = Object.keys(publishedLabels) as PublishedFact[]
const mechanismKeys = Object.keys(mechanisms) as (keyof typeof mechanisms)[]

type OwnFact =
  | 'legalEntity'
  | 'function'
  | 'service'
  | 'seatCountry'
  | 'status'
  | 'effectiveOn'
  | 'endedOn'
  | 'publicNote'

/** One public fact as people read it: several values joined, empty when nothing is stated. */
export function factText(fact: PublishedFact, published: Published, language: Language): string {
  switch (fact) {
    case 'dataCategories':
    case 'dataSubjects':
    case 'products':
      return joined(published[fact].map(({ name }) => name))
    case 'processingCountries':
      return joined(published[fact].map((code) => countryName(code, language)))
    case 'transferMechanisms':
      return joined(published[fact].map((key) => say(mechanisms[key], language)))
    case 'customerData':
      return published[fact] === 'notStated'
        ? ''
        : say(customerDataWords[published[fact]], language)
    default:
      return formatValue(own[fact], published[fact], { language, names: () => undefined })
  }
}
const own = { ...company, ...status }

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

const naming =
  (look: (id: string) => { name: string } | undefined) =>
  (id: string): Named => ({ id, name: look(id)?.name || id })

const distinct = (codes: readonly (string | null)[]): string[] =>
  [...new Set(codes)].filter((code) => code !== null).sort()
