import { choice, country, email, prose, text, yesNo } from './field.ts'
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
} as const
export type Party = RecordOf<typeof partyFields>
