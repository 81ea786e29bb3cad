import {
  choice,
  count,
  country,
  day,
  email,
  prose,
  rows,
  text,
  timeZone,
  url,
  yesNo,
} from './field.ts'
import type { RecordOf } from './record.ts'
import { both } from './words.ts'

export const contactRoles = {
  dpo: both('DPO', 'DPD'),
  representative: both('representative, Art. 27', 'représentant, art. 27'),
  regional: both('regional representative', 'représentant régional'),
  mailbox: both('compliance mailbox', 'boîte de conformité'),
  quebec: both(
    'person in charge, Quebec',
    'responsable de la protection des renseignements personnels, Québec',
  ),
  other: both('other', 'autre'),
} as const

export const organisationFields = {
  name: text({
    label: both('Legal name', 'Dénomination sociale'),
    chapter: 'what',
    askedBy: ['Art. 30(1)(a)'],
    searched: true,
    public: true,
    term: 'dpv:hasName',
  }),
  roleInSentence: prose({
    label: both('Its role in one sentence', 'Son rôle en une phrase'),
    chapter: 'what',
    public: true,
  }),
  address: prose({
    label: both('Address', 'Adresse'),
    chapter: 'what',
    askedBy: ['Art. 30(1)(a)'],
    public: true,
    term: 'dpv:hasAddress',
  }),
  country: country({
    label: both('Country', 'Pays'),
    chapter: 'what',
    public: true,
    term: 'dpv:hasCountry',
  }),
  email: email({
    label: both('E-mail', 'Courriel'),
    chapter: 'what',
    askedBy: ['Art. 30(1)(a)'],
    public: true,
  }),
  website: url({ label: both('Website', 'Site web'), chapter: 'what', public: true }),
  privacyNotice: url({
    label: both('Privacy notice', 'Avis de confidentialité'),
    chapter: 'what',
    askedBy: ['Art. 13, 14'],
    public: true,
  }),
  authority: text({
    label: both('Supervisory authority', 'Autorité de contrôle'),
    chapter: 'what',
    askedBy: ['Art. 51'],
  }),
  timeZone: timeZone({
    label: both('Time zone', 'Fuseau horaire'),
    chapter: 'what',
    hint: both('Days end here at midnight', 'Les jours s’y terminent à minuit'),
  }),
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
  contacts: rows(
    {
      role: choice(contactRoles, { label: both('Role', 'Rôle'), chapter: 'contacts' }),
      name: text({ label: both('Name', 'Nom'), chapter: 'contacts' }),
      title: text({ label: both('Title', 'Titre'), chapter: 'contacts' }),
      email: email({ label: both('E-mail', 'Courriel'), chapter: 'contacts' }),
      phone: text({ label: both('Phone', 'Téléphone'), chapter: 'contacts' }),
      address: prose({ label: both('Address', 'Adresse'), chapter: 'contacts' }),
      asOf: day({ label: both('As of', 'En date du'), chapter: 'contacts' }),
      shown: yesNo({ label: both('Shown to the public', 'Montré au public'), chapter: 'contacts' }),
    },
    {
      label: both('Contacts', 'Contacts'),
      chapter: 'contacts',
      askedBy: ['Art. 30(1)(a)', 'Art. 37(7)'],
    },
  ),
  noticeDays: count({
    label: both('Days of notice', 'Jours de préavis'),
    chapter: 'contract',
    askedBy: ['Art. 28(2)'],
    hint: both(
      'Before a change of sub-processors takes effect; 30 while nothing is stated',
      'Avant qu’un changement de sous-traitants prenne effet ; 30 tant que rien n’est indiqué',
    ),
  }),
  objectionDays: count({
    label: both('Days to object', 'Jours pour s’opposer'),
    chapter: 'contract',
    askedBy: ['Art. 28(2)'],
    hint: both(
      'From the day of the announcement; 14 while nothing is stated',
      'À partir du jour de l’annonce ; 14 tant que rien n’est indiqué',
    ),
  }),
} as const
export type Organisation = RecordOf<typeof organisationFields>
