import { readFileSync } from 'node:fs'
import type { PlainActivity } from './activity.ts'
import type { Plain } from './plain.ts'

export type StarterSupplier = Plain & {
  /** What it may receive, inferred from its stated function. */
  dataCategories: readonly string[]
}
type Retention = { criteria: string; lines: string }

/** X2O's register as drawn from its privacy policy, version 4. `Lnn` is a line of the policy, from 1. */
export type StarterData = {
  source: { document: string; asOf: string }
  /** The basis and the interest that the policy names for all Other Information. */
  legitimateInterests: { legalBasis: string; legitimateInterest: string; lines: string }
  retention: { customerData: Retention; otherInformation: Retention }
  /** Categories and subjects that the policy ties to no activity, with the lines that name them. */
  assignedByInference: Readonly<Record<string, string>>
  documents: readonly Plain[]
  organisations: readonly Plain[]
  parties: readonly Plain[]
  measures: readonly Plain[]
  products: readonly Plain[]
  dataCategories: readonly Plain[]
  dataSubjects: readonly Plain[]
  subProcessors: readonly StarterSupplier[]
  activities: readonly PlainActivity[]
}

export const starterData = (): StarterData => JSON.parse(read('x2o-register.json'))

/** The privacy policy's text, byte for byte: its sha256 is a fact of the register. */
export const policyText = (): string => read('x2o-privacy-policy-v4.txt')

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8')
