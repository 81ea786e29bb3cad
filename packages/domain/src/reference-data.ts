/** A country's membership of the EEA, or an adequacy decision: true only within its dates. */
export type Membership = { country: string; from: string; until: string | null; source: string }
export type Adequacy = Membership & { scope: string }
export type ReferenceData = { eea: readonly Membership[]; adequacy: readonly Adequacy[] }
