import { authorisations, dayCounts } from './changes/notice-terms.ts'
import { choice, count, country, email, prose, rows, text, yesNo } from './field.ts'
import type { RecordOf } from './record.ts'
import { both } from './words.ts'

export const partyKinds = {
  customer: both('customer', 'client'),
  partner: both('partner', 'partenaire'),
  affiliate: both('affiliate', 'société affiliée'),
  thirdPartyService: both('third-party service', 'service tiers'),
  independentController: both('independent controller', 'responsable indépendant'),
  authority: both('authority', 'autorité'),
  internal: both('internal department', 'service interne'),
  other: both('other', 'autre'),
} as const

const noticeLanguages = {
  en: both('English', 'anglais'),
  fr: both('French', 'français'),
} as const

export const partyFields = {
  name: text({ label: both('Name', 'Nom'), chapter: 'what', searched: true, term: 'dpv:hasName' }),
  kind: choice(partyKinds, { label: both('Kind', 'Type'), chapter: 'what' }),
  aClass: yesNo({
    label: both('A class of organisations', 'Une catégorie d’organisations'),
    chapter: 'what',
    askedBy: ['Art. 30(2)(a)'],
  }),
  contact: prose({
    label: both('Contact', 'Contact'),
    chapter: 'contacts',
    askedBy: ['Art. 30(2)(a)'],
    searched: true,
  }),
  contactEmail: email({ label: both('E-mail', 'Courriel'), chapter: 'contacts' }),
  country: country({ label: both('Country', 'Pays'), chapter: 'contacts', term: 'dpv:hasCountry' }),
  representative: text({
    label: both('Representative', 'Représentant'),
    chapter: 'contacts',
    askedBy: ['Art. 27'],
    takes: { none: 'always', notApplicable: 'always' },
  }),
  dpo: text({
    label: both('DPO', 'DPD'),
    chapter: 'contacts',
    askedBy: ['Art. 37'],
    takes: { none: 'always', notApplicable: 'always' },
  }),
  noticeTerms: prose({
    label: both('Notice terms', 'Conditions de préavis'),
    chapter: 'contract',
    askedBy: ['Art. 28(2)'],
  }),
  authorisation: choice(authorisations, {
    label: both('Authorisation', 'Autorisation'),
    chapter: 'contract',
    askedBy: ['Art. 28(2)'],
    hint: both(
      'With a specific one, no answer to a notice is a no',
      'Si elle est spécifique, l’absence de réponse à un préavis vaut refus',
    ),
  }),
  noticeDays: count({
    label: both('Days of notice', 'Jours de préavis'),
    chapter: 'contract',
    askedBy: ['Art. 28(2)'],
    hint: both(
      'Where its contract states them; else those of the organisation count',
      'Si son contrat les fixe ; sinon, ceux de l’organisation',
    ),
  }),
  objectionDays: count({
    label: both('Days to object', 'Jours pour s’opposer'),
    chapter: 'contract',
    askedBy: ['Art. 28(2)'],
  }),
  noticeDaysCounted: choice(dayCounts, {
    label: both('Days are counted as', 'Décompte des jours'),
    chapter: 'contract',
  }),
  noticeHolidays: country({
    label: both('Public holidays of', 'Jours fériés de'),
    chapter: 'contract',
    hint: both('They are no business days', 'Ils ne sont pas ouvrables'),
  }),
  noticeContacts: rows(
    {
      name: text({ label: both('Name', 'Nom'), chapter: 'contract' }),
      email: email({ label: both('E-mail', 'Courriel'), chapter: 'contract' }),
      language: choice(noticeLanguages, { label: both('Language', 'Langue'), chapter: 'contract' }),
    },
    {
      label: both('Notices go to', 'Destinataires des préavis'),
      chapter: 'contract',
      askedBy: ['Art. 28(2)'],
      hint: both('Without any, to its e-mail address', 'À défaut, à son adresse électronique'),
    },
  ),
} as const
export type Party = RecordOf<typeof partyFields>
