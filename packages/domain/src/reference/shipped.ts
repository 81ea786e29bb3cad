import type { ReferenceData } from '../reference-data.ts'
import { adequacyDecisions } from './adequacy.ts'
import { eeaMembers } from './eea.ts'

/** The reference data that a new register starts with. */
export const shippedReference: ReferenceData = { eea: eeaMembers, adequacy: adequacyDecisions }
