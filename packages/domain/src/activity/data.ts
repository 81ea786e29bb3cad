import { choice, choices, count, link, prose, rows, text, texts, yesNo } from '../field.ts'
import { specialConditions } from '../legal-bases.ts'
import { both } from '../words.ts'

export const periodUnits = {
  days: both('days', 'jours'),
  weeks: both('weeks', 'semaines'),
  months: both('months', 'mois'),
  years: both('years', 'ans'),
} as const

export const dataSources = {
  person: both('the person', 'la personne'),
  employer: both('the employer or customer', 'l’employeur ou le client'),
  directory: both('the customer’s directory', 'l’annuaire du client'),
  automatic: both('collected automatically', 'collecte automatique'),
  device: both('the device', 'l’appareil'),
  thirdParty: both('a third party', 'un tiers'),
  thirdPartyService: both('a third-party service', 'un service tiers'),
  affiliate: both('an affiliate', 'une société affiliée'),
  public: both('a public source', 'une source publique'),
} as const

export const provisions = {
  statutory: both('required by law', 'exigée par la loi'),
  contractual: both('required by contract', 'exigée par contrat'),
  voluntary: both('not required', 'non exigée'),
} as const

export const who = {
  dataSubjects: rows(
    {
      dataSubject: link('dataSubject', {
        label: both('Data subject', 'Personne concernée'),
        chapter: 'who',
      }),
      note: text({ label: both('Note', 'Note'), chapter: 'who' }),
    },
    {
      label: both('Data subjects', 'Personnes concernées'),
      chapter: 'who',
      askedBy: ['Art. 30(1)(c)'],
      term: 'dpv:hasDataSubject',
      takes: { none: 'asProcessor', notApplicable: 'asProcessor' },
    },
  ),
  vulnerablePeople: yesNo({
    label: both('Vulnerable people', 'Personnes vulnérables'),
    chapter: 'who',
  }),
} as const

export const whatData = {
  data: rows(
    {
      dataCategory: link('dataCategory', {
        label: both('Data category', 'Catégorie de données'),
        chapter: 'whatData',
        askedBy: ['Art. 30(1)(c)'],
      }),
      elements: texts({
        label: both('Elements', 'Éléments'),
        chapter: 'whatData',
        hint: both(
          'Empty: all elements of the category',
          'Vide : tous les éléments de la catégorie',
        ),
      }),
      source: text({ label: both('Source', 'Origine'), chapter: 'whatData' }),
      period: count({
        label: both('Kept for', 'Conservées'),
        chapter: 'whatData',
        askedBy: ['Art. 30(1)(f)'],
      }),
      unit: choice(periodUnits, { label: both('Unit', 'Unité'), chapter: 'whatData' }),
      criteria: prose({
        label: both('Criteria', 'Critères'),
        chapter: 'whatData',
        askedBy: ['Art. 30(1)(f)'],
      }),
      trigger: text({ label: both('Counted from', 'À compter de'), chapter: 'whatData' }),
      deletionMethod: text({
        label: both('Deleted how', 'Mode de suppression'),
        chapter: 'whatData',
      }),
      specialCondition: choice(specialConditions, {
        label: both('Art. 9(2) condition', 'Condition de l’art. 9(2)'),
        chapter: 'whatData',
        askedBy: ['Art. 9(2)'],
      }),
      criminalAuthorisation: text({
        label: both('Art. 10 authorisation', 'Autorisation de l’art. 10'),
        chapter: 'whatData',
        askedBy: ['Art. 10'],
      }),
    },
    {
      label: both('Data', 'Données'),
      chapter: 'whatData',
      askedBy: ['Art. 30(1)(c)', 'Art. 30(1)(f)', 'Art. 9, 10'],
      term: 'dpv:hasPersonalData',
      takes: { none: 'asProcessor', notApplicable: 'asProcessor' },
    },
  ),
} as const

export const source = {
  dataSources: choices(dataSources, {
    label: both('Sources of the data', 'Origine des données'),
    chapter: 'source',
    askedBy: ['Art. 14(2)(f)'],
    term: 'dpv:hasDataSource',
  }),
  dataSourcesNote: prose({
    label: both('Note on the sources', 'Note sur l’origine'),
    chapter: 'source',
  }),
  provision: choice(provisions, {
    label: both('Provision of the data', 'Fourniture des données'),
    chapter: 'source',
    askedBy: ['Art. 13(2)(e)'],
  }),
  provisionConsequences: prose({
    label: both('If not provided', 'En cas de non-fourniture'),
    chapter: 'source',
    askedBy: ['Art. 13(2)(e)'],
  }),
} as const
