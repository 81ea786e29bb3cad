import { choice, choices, count, day, link, prose, reference, rows, text } from '../field.ts'
import { both } from '../words.ts'

export const automatedKinds = {
  none: both('none', 'aucune'),
  profiling: both('profiling', 'profilage'),
  solely: both('solely automated decisions', 'décisions exclusivement automatisées'),
} as const

/** WP248 rev.01: two or more criteria normally mean an assessment. */
export const assessmentCriteria = {
  evaluation: both('evaluation or scoring', 'évaluation ou notation'),
  automatedDecision: both(
    'automated decision with legal or similar effect',
    'décision automatisée à effet juridique ou similaire',
  ),
  monitoring: both('systematic monitoring', 'surveillance systématique'),
  sensitive: both(
    'sensitive or highly personal data',
    'données sensibles ou hautement personnelles',
  ),
  largeScale: both('large scale', 'grande échelle'),
  matching: both('matching or combining datasets', 'croisement ou combinaison de données'),
  vulnerable: both('vulnerable data subjects', 'personnes vulnérables'),
  innovative: both('innovative use or new technology', 'usage innovant ou nouvelle technologie'),
  preventsRight: both(
    'prevents a right, a service or a contract',
    'empêche un droit, un service ou un contrat',
  ),
} as const

export const assessmentNeeds = {
  required: both('required', 'requise'),
  notRequired: both('not required', 'non requise'),
  undecided: both('undecided', 'à décider'),
} as const

export const assessmentStatuses = {
  planned: both('planned', 'prévue'),
  ongoing: both('under way', 'en cours'),
  done: both('done', 'faite'),
} as const

export const security = {
  measures: rows(
    {
      measure: link('measure', { label: both('Measure', 'Mesure'), chapter: 'security' }),
      note: text({ label: both('Note', 'Note'), chapter: 'security' }),
    },
    {
      label: both('Security measures', 'Mesures de sécurité'),
      chapter: 'security',
      askedBy: ['Art. 30(1)(g)', 'Art. 32'],
      term: 'dpv:hasTechnicalOrganisationalMeasure',
    },
  ),
} as const

export const automated = {
  automatedDecisions: choice(automatedKinds, {
    label: both('Automated decisions', 'Décisions automatisées'),
    chapter: 'automated',
    askedBy: ['Art. 22'],
  }),
  automatedLogic: prose({
    label: both('Logic and consequences', 'Logique et conséquences'),
    chapter: 'automated',
    askedBy: ['Art. 13(2)(f)'],
  }),
} as const

export const dpia = {
  dpiaCriteria: choices(assessmentCriteria, {
    label: both('Criteria met', 'Critères remplis'),
    chapter: 'dpia',
    askedBy: ['WP248'],
  }),
  dpiaNeed: choice(assessmentNeeds, {
    label: both('Assessment', 'Analyse d’impact'),
    chapter: 'dpia',
    askedBy: ['Art. 35'],
  }),
  dpiaReasoning: prose({ label: both('Reasoning', 'Motifs'), chapter: 'dpia' }),
  dpiaReference: reference({ label: both('Reference', 'Référence'), chapter: 'dpia' }),
  dpiaStatus: choice(assessmentStatuses, { label: both('Status', 'État'), chapter: 'dpia' }),
  dpoAdvice: prose({
    label: both('DPO’s advice', 'Conseil du DPD'),
    chapter: 'dpia',
    askedBy: ['Art. 35(2)'],
  }),
  dpiaOn: day({ label: both('Dated', 'Datée du'), chapter: 'dpia' }),
} as const

export const rights = {
  rightsExercised: prose({
    label: both('Rights exercised how', 'Exercice des droits'),
    chapter: 'rights',
    askedBy: ['Art. 13–22'],
  }),
  notice: link('document', {
    label: both('Privacy notice', 'Avis de confidentialité'),
    chapter: 'rights',
    askedBy: ['Art. 13, 14'],
    term: 'dpv:hasNotice',
  }),
} as const

export const review = {
  nextReviewOn: day({ label: both('Next review', 'Prochaine révision'), chapter: 'review' }),
  reviewEveryMonths: count({
    label: both('Reviewed every (months)', 'Révision tous les (mois)'),
    chapter: 'review',
  }),
} as const
