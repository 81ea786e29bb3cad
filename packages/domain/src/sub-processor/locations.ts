import { choice, choices, country, day, reference, rows, subdivision, text } from '../field.ts'
import { clauseModules, mechanisms } from '../mechanisms.ts'
import { both } from '../words.ts'

export const locationUses = {
  hosting: both('hosting', 'hébergement'),
  support: both('support', 'assistance'),
  backup: both('backup', 'sauvegarde'),
  access: both('access', 'accès'),
} as const

export const frameworkStatuses = {
  active: both('on the list', 'inscrit'),
  inactive: both('no longer on the list', 'n’est plus inscrit'),
  notListed: both('not on the list', 'non inscrit'),
} as const

export const locations = {
  locations: rows(
    {
      country: country({ label: both('Country', 'Pays'), chapter: 'where', public: true }),
      subdivision: subdivision({
        label: both('Province or state', 'Province ou État'),
        chapter: 'where',
      }),
      region: text({ label: both('Region', 'Région'), chapter: 'where' }),
      uses: choices(locationUses, {
        label: both('What for', 'Pour quoi'),
        chapter: 'where',
        public: true,
      }),
      mechanism: choice(mechanisms, {
        label: both('Transfer mechanism', 'Mécanisme de transfert'),
        chapter: 'where',
        askedBy: ['Art. 44–49'],
        public: true,
      }),
      clauseModules: choices(clauseModules, {
        label: both('Modules of the clauses', 'Modules des clauses'),
        chapter: 'where',
      }),
      frameworkParticipant: text({
        label: both(
          'Data Privacy Framework participant',
          'Participant au cadre de protection des données',
        ),
        chapter: 'where',
      }),
      frameworkStatus: choice(frameworkStatuses, {
        label: both('Framework status', 'État au cadre'),
        chapter: 'where',
      }),
      frameworkCheckedOn: day({
        label: both('Framework checked on', 'Cadre vérifié le'),
        chapter: 'where',
      }),
      document: reference({ label: both('Document', 'Document'), chapter: 'where' }),
      assessment: reference({
        label: both('Transfer assessment', 'Évaluation du transfert'),
        chapter: 'where',
      }),
      quebecAssessment: reference({
        label: both('Quebec s. 17 assessment', 'Évaluation de l’art. 17 (Québec)'),
        chapter: 'where',
        askedBy: ['Quebec s. 17'],
      }),
      quebecAgreement: reference({
        label: both('Quebec s. 17 agreement', 'Entente de l’art. 17 (Québec)'),
        chapter: 'where',
        askedBy: ['Quebec s. 17'],
      }),
    },
    {
      label: both('Locations', 'Lieux'),
      chapter: 'where',
      askedBy: ['Art. 30(1)(e)', 'Art. 44–49'],
      public: true,
    },
  ),
} as const
