import type { Organisation } from '../organisation.ts'
import type { Party } from '../party.ts'
import { both } from '../words.ts'

export const dayCounts = {
  calendar: both('calendar days', 'jours calendaires'),
  business: both('business days', 'jours ouvrables'),
} as const

/** Art. 28(2) GDPR: by prior specific or general written authorisation. */
export const authorisations = {
  general: both('general', 'générale'),
  specific: both('specific', 'spécifique'),
} as const
export type Authorisation = keyof typeof authorisations

/** What stands in for the organisation's own days while none are stated. */
export const usualDays = { notice: 30, objection: 14 } as const

/** What one party was promised. */
export type NoticeTerms = {
  noticeDays: number
  objectionDays: number
  count: keyof typeof dayCounts
  /** ISO 3166-1 alpha-2: whose public holidays are no business days; weekends never are. */
  holidaysIn: string | null
  authorisation: Authorisation
}

type Defaults = Pick<Organisation, 'noticeDays' | 'objectionDays'> | undefined

/** What everyone is promised who has no terms of their own. */
export const usualTerms = (organisation: Defaults): NoticeTerms => ({
  noticeDays: organisation?.noticeDays ?? usualDays.notice,
  objectionDays: organisation?.objectionDays ?? usualDays.objection,
  count: 'calendar',
  holidaysIn: null,
  authorisation: 'general',
})

/** A party's own terms; what it does not state is what everyone is promised. */
export function termsOf(party: Party, organisation: Defaults): NoticeTerms {
  const usual = usualTerms(organisation)
  return {
    noticeDays: party.noticeDays ?? usual.noticeDays,
    objectionDays: party.objectionDays ?? usual.objectionDays,
    count: party.noticeDaysCounted ?? usual.count,
    holidaysIn: party.noticeHolidays,
    authorisation: party.authorisation ?? usual.authorisation,
  }
}
