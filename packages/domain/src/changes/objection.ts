import { prose, text } from '../field.ts'
import { both, type Language } from '../words.ts'

/** What became of an objection; all but the first are the DPO's. */
export const objectionStates = {
  received: both('received', 'reçue'),
  discussion: both('in discussion', 'en discussion'),
  mitigated: both('mitigated', 'atténuée'),
  alternative: both('alternative offered', 'alternative proposée'),
  terminated: both('terminated', 'résiliation'),
  rejected: both('rejected', 'rejetée'),
} as const
export type ObjectionState = keyof typeof objectionStates

/** What ends an objection. */
export const settledStates = ['mitigated', 'alternative', 'terminated', 'rejected'] as const
export const isSettled = (state: ObjectionState): boolean =>
  settledStates.some((each) => each === state)

export const objectors = {
  party: both('party', 'partie'),
  subscriber: both('subscriber', 'abonné'),
  public: both('someone else', 'autre personne'),
} as const
export type Objector = keyof typeof objectors

/** One objection to an intended change of sub-processors (Art. 28(2)). */
export type Objection = {
  /** `OB-0001`: the reference that the objector has. */
  id: string
  version: number
  changeId: string
  from: Objector
  /** The id of the party whose address objected; null of anyone else. */
  party: string | null
  /** As the objector wrote it, or the party's own. */
  name: string
  /** Keyed, hexadecimal. */
  addressHash: string
  language: Language
  grounds: string
  receivedAt: string
  /** The last day on which this objector could object in time. */
  deadline: string
  late: boolean
  state: ObjectionState
  decidedAt: string | null
  decidedBy: string
  decision: string
  updatedAt: string
}

const about = (en: string, fr: string) => ({ label: both(en, fr), chapter: 'what' as const })

/** What the fields of an objection are called, in refusals and on every page alike. */
export const objectionFields = {
  email: text(about('E-mail address', 'Adresse électronique')),
  name: text(about('Your name or organisation', 'Votre nom ou organisation')),
  grounds: prose(about('Why you object', 'Pourquoi vous vous opposez')),
  state: text(about('State', 'État')),
  decision: prose(about('What was decided, and why', 'Ce qui a été décidé, et pourquoi')),
} as const

export const objectionPrefix = 'OB'
