import type { Published } from '../published.ts'
import type { supplierStatuses } from '../sub-processor/status.ts'
import { both } from '../words.ts'
import type { Told } from './recipients.ts'

/** What an intended change is, Art. 28(2) GDPR. */
export const changeKinds = {
  add: both('addition', 'ajout'),
  replace: both('replacement', 'remplacement'),
  remove: both('removal', 'retrait'),
  alter: both('alteration', 'modification'),
} as const
export type ChangeKind = keyof typeof changeKinds

export const changeStates = {
  draft: both('draft', 'brouillon'),
  announced: both('announced', 'annoncé'),
  effective: both('in effect', 'en vigueur'),
  withdrawn: both('withdrawn', 'retiré'),
} as const
export type ChangeState = keyof typeof changeStates

/** What is materially altered about a sub-processor that stays. */
export const alterations = {
  location: both('new location', 'nouveau lieu'),
  dataCategory: both('new data category', 'nouvelle catégorie de données'),
  transferBasis: both('new transfer basis', 'nouvelle base de transfert'),
  function: both('new function', 'nouvelle fonction'),
  statement: both(
    'facts stated for the first time or corrected',
    'faits indiqués pour la première fois ou corrigés',
  ),
} as const
export type Alteration = keyof typeof alterations

/** The public facts of one sub-processor on both sides of a change. */
export type ChangedFacts = {
  subProcessorId: string
  /** None while it was not on the public list. */
  before: Published | null
  after: Published
}

/** What a change had found in a record whose status it writes, to put it back when it is withdrawn. */
export type FormerStatus = {
  subProcessorId: string
  status: keyof typeof supplierStatuses | null
  announcedOn: string | null
  effectiveOn: string | null
  endedOn: string | null
}

/** What a person writes of a change. */
export type ChangeDraft = {
  kind: ChangeKind
  /** The sentence that the public reads first. */
  what: string
  why: string
  /** Who is added, comes in place of another, is removed, or is altered. */
  subProcessors: readonly string[]
  /** Who is replaced. */
  replaced: readonly string[]
  alterations: readonly Alteration[]
  /** `YYYY-MM-DD` in the organisation's time zone. */
  effectiveOn: string | null
  /** Why it cannot wait; empty when it can. The public reads it. */
  emergency: string
}

export type SupplierChange = ChangeDraft & {
  /** `CH-0001`. */
  id: string
  version: number
  createdAt: string
  updatedAt: string
  state: ChangeState
  announcedOn: string | null
  /** The last day on which anyone told may object. */
  objectionDeadline: string | null
  /** The instant of the switch, ISO 8601 UTC. */
  tookEffectAt: string | null
  withdrawnOn: string | null
  withdrawalReason: string
  /** Why a promise of notice was not kept; for the ledger, not for the public. */
  overrideReason: string
  /** Why it takes effect though a specific authorisation is open or refused. */
  consentReason: string
  /** Fixed when it is announced. */
  facts: readonly ChangedFacts[]
  former: readonly FormerStatus[]
  told: readonly Told[]
  /** SHA-256 of the announced text in all languages, hexadecimal. */
  textSha256: string | null
}

/** Everyone whom a change is about. */
export const suppliersOf = (change: Pick<ChangeDraft, 'subProcessors' | 'replaced'>): string[] => [
  ...change.subProcessors,
  ...change.replaced,
]

export const changePrefix = 'CH'
export const isChangeId = (id: string): boolean => id.startsWith(`${changePrefix}-`)
