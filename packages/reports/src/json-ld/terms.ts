import type { dataSources, periodUnits } from '@ropewalk/domain/activity/data.ts'
import type { assessmentNeeds } from '@ropewalk/domain/activity/safeguards.ts'
import type { lifecycles, operations } from '@ropewalk/domain/activity/what.ts'
import type { legalBases, specialConditions, specialKinds } from '@ropewalk/domain/legal-bases.ts'
import type { mechanisms } from '@ropewalk/domain/mechanisms.ts'
import type { contractStatuses } from '@ropewalk/domain/sub-processor/contract.ts'
import type { Iri } from './node.ts'

type Terms<Options, T = Iri> = Readonly<Record<keyof Options, T>>

/** What no concept of DPV 2.3 says is an own instance below the nearest one. */
export const bases: Terms<typeof legalBases, Iri | { broader: Iri }> = {
  consent: 'eu-gdpr:A6-1-a',
  contract: 'eu-gdpr:A6-1-b',
  legalObligation: 'eu-gdpr:A6-1-c',
  vitalInterests: 'eu-gdpr:A6-1-d',
  publicTask: 'eu-gdpr:A6-1-e',
  legitimateInterests: 'eu-gdpr:A6-1-f',
  recognisedInterest: { broader: 'dpv:LegitimateInterest' },
}

export const conditions: Terms<typeof specialConditions> = {
  explicitConsent: 'eu-gdpr:A9-2-a',
  employment: 'eu-gdpr:A9-2-b',
  vitalInterests: 'eu-gdpr:A9-2-c',
  notForProfit: 'eu-gdpr:A9-2-d',
  madePublic: 'eu-gdpr:A9-2-e',
  legalClaims: 'eu-gdpr:A9-2-f',
  publicInterest: 'eu-gdpr:A9-2-g',
  medicine: 'eu-gdpr:A9-2-h',
  publicHealth: 'eu-gdpr:A9-2-i',
  research: 'eu-gdpr:A9-2-j',
}

const ownTransferBasis = { broader: 'dpv:DataTransferLegalBasis' } as const
export const transferBases: Terms<typeof mechanisms, Iri | { broader: Iri }> = {
  adequacy: 'eu-gdpr:A45-3',
  publicInstrument: 'eu-gdpr:A46-2-a',
  bindingCorporateRules: 'eu-gdpr:A46-2-b',
  standardClauses: 'eu-gdpr:A46-2-c',
  authorityClauses: 'eu-gdpr:A46-2-d',
  codeOfConduct: 'eu-gdpr:A46-2-e',
  certification: 'eu-gdpr:A46-2-f',
  authorisedClauses: 'eu-gdpr:A46-3-a',
  administrativeArrangement: 'eu-gdpr:A46-3-b',
  internationalAgreement: ownTransferBasis,
  explicitConsent: 'eu-gdpr:A49-1-a',
  contractWithSubject: 'eu-gdpr:A49-1-b',
  contractInInterest: 'eu-gdpr:A49-1-c',
  publicInterest: 'eu-gdpr:A49-1-d',
  legalClaims: 'eu-gdpr:A49-1-e',
  vitalInterests: 'eu-gdpr:A49-1-f',
  publicRegister: 'eu-gdpr:A49-1-g',
  compellingInterests: 'eu-gdpr:A49-2',
  ukAgreement: ownTransferBasis,
  ukAddendum: ownTransferBasis,
  ukExtension: ownTransferBasis,
  swissGuarantee: ownTransferBasis,
}

export const processing: Terms<typeof operations> = {
  collect: 'dpv:Collect',
  record: 'dpv:Record',
  organise: 'dpv:Organise',
  store: 'dpv:Store',
  adapt: 'dpv:Adapt',
  retrieve: 'dpv:Retrieve',
  use: 'dpv:Use',
  transmit: 'dpv:Transmit',
  combine: 'dpv:Combine',
  restrict: 'dpv:Restrict',
  erase: 'dpv:Erase',
}

export const activityStatuses: Terms<typeof lifecycles> = {
  planned: 'dpv:ActivityPlanned',
  ongoing: 'dpv:ActivityOngoing',
  stopped: 'dpv:ActivityHalted',
}

export const sources: Terms<typeof dataSources> = {
  person: 'dpv:DataSubjectDataSource',
  employer: 'dpv:ThirdPartyDataSource',
  directory: 'dpv:ThirdPartyDataSource',
  automatic: 'dpv:DataSource',
  device: 'dpv:DataSource',
  thirdParty: 'dpv:ThirdPartyDataSource',
  thirdPartyService: 'dpv:ThirdPartyDataSource',
  affiliate: 'dpv:ThirdPartyDataSource',
  public: 'dpv:PublicDataSource',
}

/** Units of OWL-Time. */
export const timeUnits: Terms<typeof periodUnits> = {
  days: 'time:unitDay',
  weeks: 'time:unitWeek',
  months: 'time:unitMonth',
  years: 'time:unitYear',
}

export const specialTerms: Terms<typeof specialKinds> = {
  origin: 'pd:Ethnicity',
  political: 'pd:PoliticalOpinion',
  beliefs: 'pd:Religion',
  union: 'pd:TradeUnionMembership',
  genetic: 'eu-gdpr:GeneticData',
  biometric: 'eu-gdpr:BiometricData',
  health: 'eu-gdpr:HealthData',
  sexLife: 'pd:Sexual',
}

export const assessmentTerms: Terms<typeof assessmentNeeds, Iri | undefined> = {
  required: 'eu-gdpr:DPIARequired',
  notRequired: 'eu-gdpr:DPIANotRequired',
  undecided: undefined,
}

/** No contract has no status. */
export const contractTerms: Terms<typeof contractStatuses, Iri | undefined> = {
  none: undefined,
  draft: 'dpv:ContractDrafted',
  sent: 'dpv:ContractOffered',
  signed: 'dpv:ContractFullySigned',
  expired: 'dpv:ContractExpired',
}
