import type { Activity } from '../activity/activity.ts'
import { numberOf } from '../nouns.ts'
import type { Organisation } from '../organisation.ts'
import type { Party } from '../party.ts'
import { both } from '../words.ts'
import { type Deadlines, deadlinesFrom, type Holidays } from './deadlines.ts'
import { type NoticeTerms, termsOf } from './notice-terms.ts'

export const answerNames = {
  open: both('open', 'en attente'),
  approved: both('approved', 'approuvé'),
  refused: both('refused', 'refusé'),
} as const

/** One party that a change is told to, with what it was promised and by when it may object. */
export type Told = {
  party: string
  name: string
  terms: NoticeTerms
  deadlines: Deadlines
  /** To a request for specific authorisation; with a general one no answer is needed. */
  answer: keyof typeof answerNames | null
  answeredOn: string | null
  note: string
  /** The DPO recorded that it stays on the old supplier. */
  stays: boolean
}

/** An address of a party, and in which language it is written to. */
export type NoticeContact = { name: string; email: string; language: 'en' | 'fr' | null }

type Served = Pick<Activity, 'id' | 'controllersServed'>

/**
 * Whom a change concerns: the controllers served by an activity that uses the supplier. A customer that the register
 * ties to no activity is told too, and everyone is while no activity is known to use the supplier: silence only where
 * the register says that it does not concern them.
 */
export function partiesToTell(
  parties: readonly Party[],
  { using, others }: { using: readonly Served[]; others: readonly Served[] },
): Party[] {
  const concerned = servedBy(using)
  const elsewhere = servedBy(others)
  return parties
    .filter((party) => party.archivedAt === null)
    .filter(
      ({ id, kind }) =>
        concerned.has(id) ||
        (using.length === 0 && elsewhere.has(id)) ||
        (kind === 'customer' && (using.length === 0 || !elsewhere.has(id))),
    )
    .toSorted((one, other) => numberOf(one.id) - numberOf(other.id))
}

const servedBy = (activities: readonly Served[]): ReadonlySet<string | null> =>
  new Set(activities.flatMap(({ controllersServed }) => controllersServed.map((row) => row.party)))

type Promising = {
  announcedOn: string
  organisation: Organisation | undefined
  holidays: Holidays
}

/** A party with what it was promised, counted from the day of the announcement. */
export function toldFrom(party: Party, { announcedOn, organisation, holidays }: Promising): Told {
  const terms = termsOf(party, organisation)
  return {
    party: party.id,
    name: party.name,
    terms,
    deadlines: deadlinesFrom(announcedOn, terms, holidays),
    answer: terms.authorisation === 'specific' ? 'open' : null,
    answeredOn: null,
    note: '',
    stays: false,
  }
}

/** Its own contacts for notices, else its address; none for a class of organisations, which has no address. */
export function contactsOf(party: Party): NoticeContact[] {
  const own = party.noticeContacts
    .filter(({ email }) => email !== '')
    .map(({ name, email, language }) => ({ name, email, language }))
  if (own.length > 0) return own
  return party.contactEmail === '' ? [] : [{ name: '', email: party.contactEmail, language: null }]
}

/** Those whose specific authorisation keeps a change from taking effect: no answer is no. */
export const withoutConsent = (told: readonly Told[]): Told[] =>
  told.filter(({ answer, stays }) => answer !== null && answer !== 'approved' && !stays)

/** Those to whom a later day was promised than the change takes effect on. */
export const brokenPromises = (told: readonly Told[], effectiveOn: string): Told[] =>
  told.filter(({ deadlines }) => deadlines.earliest > effectiveOn)
