import { choice, country, email, link, person, prose, text, url, yesNo } from '../field.ts'
import { both } from '../words.ts'

export const supplierKinds = {
  infrastructure: both('infrastructure', 'infrastructure'),
  crm: both('CRM', 'gestion de la relation client'),
  erp: both('ERP', 'progiciel de gestion'),
  collaboration: both('collaboration', 'collaboration'),
  communication: both('communication', 'communication'),
  analytics: both('analytics', 'analyse d’audience'),
  support: both('support', 'assistance'),
  payments: both('payments', 'paiements'),
  security: both('security', 'sécurité'),
  other: both('other', 'autre'),
} as const

export const company = {
  name: text({
    label: both('Name', 'Nom'),
    chapter: 'what',
    searched: true,
    public: true,
    term: 'dpv:hasName',
  }),
  service: text({
    label: both('Service used', 'Service utilisé'),
    chapter: 'what',
    searched: true,
    public: true,
  }),
  function: text({
    label: both('Function', 'Fonction'),
    chapter: 'what',
    searched: true,
    public: true,
    hint: both('The sentence the public reads', 'La phrase que lit le public'),
  }),
  kind: choice(supplierKinds, { label: both('Kind', 'Type'), chapter: 'what' }),
  owner: person({ label: both('Owner', 'Responsable interne'), chapter: 'what' }),
  legalEntity: text({
    label: both('Legal entity', 'Entité juridique'),
    chapter: 'company',
    askedBy: ['Art. 28', 'SCC Annex III'],
    searched: true,
    public: true,
  }),
  address: prose({ label: both('Address', 'Adresse'), chapter: 'company', term: 'dpv:hasAddress' }),
  seatCountry: country({
    label: both('Seat', 'Siège'),
    chapter: 'company',
    public: true,
    term: 'dpv:hasCountry',
  }),
  website: url({ label: both('Website', 'Site web'), chapter: 'company' }),
  contactName: text({ label: both('Contact', 'Contact'), chapter: 'company', searched: true }),
  contactPosition: text({
    label: both('Contact’s position', 'Fonction du contact'),
    chapter: 'company',
  }),
  contactEmail: email({
    label: both('Contact’s e-mail', 'Courriel du contact'),
    chapter: 'company',
    term: 'dpv:hasContact',
  }),
  affiliate: yesNo({ label: both('Affiliate', 'Société affiliée'), chapter: 'company' }),
  parent: link('subProcessor', {
    label: both('Engaged by', 'Recruté par'),
    chapter: 'company',
    askedBy: ['Art. 28(4)'],
    takes: { none: 'always', notApplicable: 'always' },
  }),
} as const
