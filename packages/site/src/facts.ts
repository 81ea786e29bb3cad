import { customerDataWords } from '@ropewalk/domain/derived/touched.ts'
import { mechanisms } from '@ropewalk/domain/mechanisms.ts'
import { numberOf } from '@ropewalk/domain/nouns.ts'
import type { Snapshot } from '@ropewalk/domain/published.ts'
import { supplierStatuses } from '@ropewalk/domain/sub-processor/status.ts'
import { countryName } from '@ropewalk/domain/values.ts'
import { both, type Language, say, type Text } from '@ropewalk/domain/words.ts'

/** One thing that the public list says of a supplier, or does not. */
export type Fact = {
  /** Head of its column. */
  label: Text
  /** Its name within a sentence. */
  noun: Text
  /** Its values as people read them; none when it is not stated. Days stay `YYYY-MM-DD`. */
  parts(snapshot: Snapshot, language: Language): readonly string[]
}

export const facts = {
  function: {
    label: both('What for', 'Pour quoi'),
    noun: both('what for', 'fonction'),
    parts: (snapshot) => stated(snapshot.function),
  },
  service: {
    label: both('Service', 'Service'),
    noun: both('service', 'service'),
    parts: (snapshot) => stated(snapshot.service),
  },
  products: {
    label: both('Products', 'Produits'),
    noun: both('products', 'produits'),
    parts: (snapshot) => snapshot.products.map(({ name }) => name),
  },
  legalEntity: {
    label: both('Legal entity', 'Entité juridique'),
    noun: both('legal entity', 'entité juridique'),
    parts: (snapshot) => stated(snapshot.legalEntity),
  },
  seatCountry: {
    label: both('Seat', 'Siège'),
    noun: both('seat', 'siège'),
    parts: (snapshot, language) =>
      stated(snapshot.seatCountry).map((code) => countryName(code, language)),
  },
  customerData: {
    label: both('Customers’ data', 'Données des clients'),
    noun: both('whether it touches customers’ data', 'accès aux données des clients'),
    parts: ({ customerData }, language) =>
      customerData === 'notStated' ? [] : [say(customerDataWords[customerData], language)],
  },
  dataCategories: {
    label: both('Which data', 'Quelles données'),
    noun: both('data categories', 'catégories de données'),
    parts: (snapshot) => snapshot.dataCategories.map(({ name }) => name),
  },
  dataSubjects: {
    label: both('Whose data', 'Personnes concernées'),
    noun: both('data subjects', 'personnes concernées'),
    parts: (snapshot) => snapshot.dataSubjects.map(({ name }) => name),
  },
  processingCountries: {
    label: both('Where', 'Où'),
    noun: both('place', 'lieu'),
    parts: (snapshot, language) =>
      snapshot.processingCountries.map((code) => countryName(code, language)),
  },
  transferMechanisms: {
    label: both('Transfer basis', 'Base du transfert'),
    noun: both('transfer basis', 'base du transfert'),
    parts: (snapshot, language) =>
      snapshot.transferMechanisms.map((key) => say(mechanisms[key], language)),
  },
  status: {
    label: both('Status', 'État'),
    noun: both('status', 'état'),
    parts: ({ status }, language) =>
      status === null ? [] : [say(supplierStatuses[status], language)],
  },
  effectiveOn: {
    label: both('Since', 'Depuis'),
    noun: both('start date', 'date de début'),
    parts: (snapshot) => stated(snapshot.effectiveOn),
  },
} as const satisfies Record<string, Fact>

export type FactKey = keyof typeof facts
export const factKeys = Object.keys(facts) as FactKey[]

/** The facts that at least one of these suppliers states. */
export const statedFacts = (snapshots: readonly Snapshot[]): ReadonlySet<FactKey> =>
  new Set(
    factKeys.filter((key) =>
      snapshots.some((snapshot) => facts[key].parts(snapshot, 'en').length > 0),
    ),
  )

export const inOrder = (snapshots: readonly Snapshot[]): Snapshot[] =>
  snapshots.toSorted((a, b) => numberOf(a.subProcessorId) - numberOf(b.subProcessorId))

const stated = (value: string | null): string[] => (value === null || value === '' ? [] : [value])
