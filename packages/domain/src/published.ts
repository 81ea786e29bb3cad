import type { clauseModules, mechanisms } from './mechanisms.ts'
import type { supplierStatuses } from './sub-processor/status.ts'

export type Named = { id: string; name: string }
export type CustomerData = 'yes' | 'no' | 'toConfirm' | 'notStated'

/** What the public may know of one sub-processor, as last published: the public pages read nothing else. */
export type Published = {
  subProcessorId: string
  name: string
  legalEntity: string
  function: string
  service: string
  dataCategories: readonly Named[]
  dataSubjects: readonly Named[]
  products: readonly Named[]
  /** ISO 3166-1 alpha-2. */
  processingCountries: readonly string[]
  seatCountry: string | null
  transferMechanisms: readonly (keyof typeof mechanisms)[]
  status: keyof typeof supplierStatuses | null
  effectiveOn: string | null
  endedOn: string | null
  publicNote: string
  customerData: CustomerData
}

/** A snapshot with the day it was taken. */
export type Snapshot = Published & { updatedOn: string }
export type ClauseModule = keyof typeof clauseModules
