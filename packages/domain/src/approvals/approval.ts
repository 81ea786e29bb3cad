import type { Role } from '../permissions.ts'
import { both, type Text } from '../words.ts'

/** Where a record stands: what its page, the lists and the files call it. */
export const approvalStates = {
  draft: both('draft', 'brouillon'),
  inReview: both('in review', 'en révision'),
  approved: both('approved', 'approuvé'),
  lapsed: both('lapsed', 'caduc'),
} as const satisfies Record<string, Text>
export type ApprovalState = keyof typeof approvalStates

/** What became of one request for approval. */
export const roundStates = {
  asked: both('in review', 'en révision'),
  approved: both('approved', 'approuvé'),
  replaced: both('replaced by a later approval', 'remplacé par une approbation ultérieure'),
  lapsed: both('lapsed', 'caduc'),
  sentBack: both('sent back', 'renvoyé'),
  withdrawn: both('request withdrawn', 'demande retirée'),
} as const satisfies Record<string, Text>
export type RoundState = keyof typeof roundStates

/** One sign-off: bound to the version and content that the signer saw, and to what it was compared with. */
export type Signature = {
  rowId: string
  by: string
  roles: readonly Role[]
  /** The sign-off title it was given under, as it read then; none for a DPO without one. */
  titleId: string | null
  title: string
  comment: string
  at: string
  version: number
  /** SHA-256 of the record's canonical JSON (RFC 8785), hex. */
  contentHash: string
  /** The approved version whose differences were seen; none for a first approval. */
  fromVersion: number | null
  fromHash: string | null
  /** The signer edited the record since its last approval. */
  edited: boolean
}

type Standing = { state: RoundState }

/** The state of a record by all its rounds. */
export function approvalStateOf(rounds: readonly Standing[]): ApprovalState {
  const has = (state: RoundState) => rounds.some((round) => round.state === state)
  if (has('asked')) return 'inReview'
  if (has('approved')) return 'approved'
  return has('lapsed') ? 'lapsed' : 'draft'
}
