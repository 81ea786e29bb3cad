import {
  choice,
  choices,
  countries,
  country,
  link,
  links,
  prose,
  reference,
  rows,
  subdivision,
  text,
  texts,
} from '../field.ts'
import { legalBases } from '../legal-bases.ts'
import { clauseModules, mechanisms } from '../mechanisms.ts'
import { both } from '../words.ts'

export const recipients = {
  recipients: rows(
    {
      party: link('party', { label: both('Recipient', 'Destinataire'), chapter: 'recipients' }),
      whatFor: prose({ label: both('What for', 'Pour quoi'), chapter: 'recipients' }),
      legalBasis: choice(legalBases, {
        label: both('Legal basis', 'Base légale'),
        chapter: 'recipients',
      }),
    },
    {
      label: both('Recipients', 'Destinataires'),
      chapter: 'recipients',
      askedBy: ['Art. 30(1)(d)'],
      term: 'dpv:hasRecipient',
      takes: { none: 'always', notApplicable: 'always' },
    },
  ),
  internalAccess: prose({
    label: both('Internal access', 'Accès internes'),
    chapter: 'recipients',
  }),
} as const

export const suppliers = {
  subProcessors: rows(
    {
      subProcessor: link('subProcessor', {
        label: both('Supplier', 'Fournisseur'),
        chapter: 'suppliers',
      }),
      functionHere: text({
        label: both('What it does here', 'Son rôle ici'),
        chapter: 'suppliers',
      }),
      dataCategories: links('dataCategory', {
        label: both('Data categories', 'Catégories de données'),
        chapter: 'suppliers',
      }),
    },
    {
      label: both('Suppliers', 'Fournisseurs'),
      chapter: 'suppliers',
      askedBy: ['Art. 28', 'Art. 30(1)(d)'],
      term: 'dpv:hasDataProcessor',
      takes: { none: 'always', notApplicable: 'always' },
    },
  ),
} as const

export const transfers = {
  transfers: rows(
    {
      importer: text({ label: both('Importer', 'Importateur'), chapter: 'transfers' }),
      country: country({
        label: both('Country', 'Pays'),
        chapter: 'transfers',
        askedBy: ['Art. 30(1)(e)'],
      }),
      subdivision: subdivision({
        label: both('Province or state', 'Province ou État'),
        chapter: 'transfers',
      }),
      mechanism: choice(mechanisms, {
        label: both('Mechanism', 'Mécanisme'),
        chapter: 'transfers',
        askedBy: ['Art. 44–49'],
      }),
      clauseModules: choices(clauseModules, {
        label: both('Modules of the clauses', 'Modules des clauses'),
        chapter: 'transfers',
      }),
      document: reference({ label: both('Document', 'Document'), chapter: 'transfers' }),
      assessment: reference({
        label: both('Transfer assessment', 'Évaluation du transfert'),
        chapter: 'transfers',
      }),
      quebecAssessment: reference({
        label: both('Quebec s. 17 assessment', 'Évaluation de l’art. 17 (Québec)'),
        chapter: 'transfers',
        askedBy: ['Quebec s. 17'],
      }),
      quebecAgreement: reference({
        label: both('Quebec s. 17 agreement', 'Entente de l’art. 17 (Québec)'),
        chapter: 'transfers',
        askedBy: ['Quebec s. 17'],
      }),
    },
    {
      label: both('Transfers', 'Transferts'),
      chapter: 'transfers',
      askedBy: ['Art. 30(1)(e)', 'Art. 44–49'],
      takes: { none: 'always', notApplicable: 'always' },
    },
  ),
} as const

export const where = {
  systems: texts({ label: both('Systems', 'Systèmes'), chapter: 'where', searched: true }),
  storageCountries: countries({
    label: both('Storage countries', 'Pays de stockage'),
    chapter: 'where',
    term: 'dpv:hasLocation',
  }),
} as const
