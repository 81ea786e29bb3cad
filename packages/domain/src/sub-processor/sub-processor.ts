import type { RecordOf } from '../record.ts'
import { company } from './company.ts'
import { assurance, contract } from './contract.ts'
import { locations } from './locations.ts'
import { status } from './status.ts'

/** A supplier that processes personal data for us or for our customers; what it *is* belongs to each link. */
export const subProcessorFields = {
  ...company,
  ...locations,
  ...contract,
  ...assurance,
  ...status,
} as const

export type SubProcessor = RecordOf<typeof subProcessorFields>
