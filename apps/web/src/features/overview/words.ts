import { both } from '@ropewalk/domain/words.ts'

export const overviewWords = {
  title: both('Overview', 'Vue d’ensemble'),
  holds: both(
    '{activities} and {suppliers}. Open: {gaps}, {conflicts}, {advice}.',
    '{activities} et {suppliers}. Ouverts : {gaps}, {conflicts}, {advice}.',
  ),
  activities: both(
    '{n, plural, one {# activity} other {# activities}}',
    '{n, plural, one {# activité} other {# activités}}',
  ),
  suppliers: both(
    '{n, plural, one {# sub-processor} other {# sub-processors}}',
    '{n, plural, one {# sous-traitant} other {# sous-traitants}}',
  ),
  print: both('Print', 'Imprimer'),
  work: both('Work through findings', 'Traiter les constats'),
  answeredOf: both('What is answered of Art. 30', 'Ce qui répond à l’art. 30'),
  bothRecords: both('Both records', 'Les deux registres'),
  roleOpen: both(
    'An activity whose role is to confirm counts in both records.',
    'Une activité dont le rôle est à confirmer compte dans les deux registres.',
  ),
  asController: both(
    'As controller: {n, plural, one {# activity} other {# activities}}',
    'En tant que responsable du traitement : {n, plural, one {# activité} other {# activités}}',
  ),
  asProcessor: both(
    'As processor: {n, plural, one {# activity} other {# activities}}',
    'En tant que sous-traitant : {n, plural, one {# activité} other {# activités}}',
  ),
  answered: both('answered', 'répondu'),
  inPart: both('in part', 'en partie'),
  open: both('not answered', 'sans réponse'),
  notAsked: both('not asked of this role', 'non demandé pour ce rôle'),
  bar: both(
    '{answered} answered, {inPart} in part, {open} not answered',
    '{answered} répondus, {inPart} en partie, {open} sans réponse',
  ),
  of: both('{n} of {of}', '{n} sur {of}'),
  ofInPart: both('{n} of {of}, {inPart} in part', '{n} sur {of}, {inPart} en partie'),
  byActivity: both('By activity', 'Par activité'),
  allActivities: both('All activities', 'Toutes les activités'),
  itemByItem: both(
    'The records of Art. 30, item by item.',
    'Les registres de l’art. 30, point par point.',
  ),
  lackingMost: both(
    'The {n} activities that lack most, item by item.',
    'Les {n} activités les plus incomplètes, point par point.',
  ),
  activity: both('Activity', 'Activité'),
  waits: both('What waits for you', 'Ce qui vous attend'),
  nothingWaits: both('Nothing waits.', 'Rien n’attend.'),
  toConfirm: both(
    '{n, plural, one {# inferred fact} other {# inferred facts}} to confirm',
    '{n, plural, one {# fait déduit} other {# faits déduits}} à confirmer',
  ),
  gapsOpen: both(
    '{n, plural, one {# gap:} other {# gaps:}} the law asks and nothing answers',
    '{n, plural, one {# lacune :} other {# lacunes :}} la loi demande et rien ne répond',
  ),
  conflictsOpen: both(
    '{n, plural, one {# conflict:} other {# conflicts:}} two answers contradict',
    '{n, plural, one {# conflit :} other {# conflits :}} deux réponses se contredisent',
  ),
  adviceOpen: both(
    '{n, plural, one {# piece of advice} other {# pieces of advice}}',
    '{n, plural, one {# conseil} other {# conseils}}',
  ),
  differs: both(
    '{n, plural, one {# supplier} other {# suppliers}} not yet published as the register has it',
    '{n, plural, one {# fournisseur} other {# fournisseurs}} dont la publication diffère du registre',
  ),
  unpublished: both(
    '{n, plural, one {# supplier} other {# suppliers}} not on the public list',
    '{n, plural, one {# fournisseur absent} other {# fournisseurs absents}} de la liste publique',
  ),
  confirmTitle: both('To confirm', 'À confirmer'),
  allToConfirm: both('All {n}', 'Tous ({n})'),
  confirmHint: both('Facts that were inferred, one at a time.', 'Les faits déduits, un par un.'),
  oneByOne: both('Confirm one by one', 'Confirmer un par un'),
  lookOneByOne: both('Look at them', 'Les consulter'),
  due: both('Reviews due', 'Révisions à faire'),
  overdue: both('overdue', 'en retard'),
  noneDue: both(
    'No activity and no supplier has a review day.',
    'Aucune activité ni aucun fournisseur n’a de date de révision.',
  ),
  withoutDay: both('Activities without a review day', 'Activités sans date de révision'),
  effect: both('About to take effect', 'Bientôt en vigueur'),
  effectOn: both('in effect from {day}', 'en vigueur le {day}'),
  effectUnknown: both('day not stated', 'date non indiquée'),
  nothingAnnounced: both('Nothing is announced.', 'Rien n’est annoncé.'),
  publicPage: both('See the public page', 'Voir la page publique'),
  byDay: both('What changed, day by day', 'Changements, jour par jour'),
  changesIn: both(
    '{n, plural, one {# change} other {# changes}} of records in {days} days.',
    '{n, plural, one {# changement} other {# changements}} de fiches en {days} jours.',
  ),
  mostOn: both('Most on {day}: {n}.', 'Le plus le {day} : {n}.'),
  noChanges: both(
    'No record was changed in {days} days.',
    'Aucune fiche n’a été modifiée en {days} jours.',
  ),
  asTable: both('As a table', 'En tableau'),
  dayHead: both('Day', 'Jour'),
  changesHead: both('Changes', 'Changements'),
  lately: both('What changed lately', 'Changements récents'),
  unchanged: both(
    'Nothing has changed since the register was loaded.',
    'Rien n’a changé depuis le chargement du registre.',
  ),
  noActivities: both('No activities yet', 'Aucune activité pour l’instant'),
  noActivitiesHint: both(
    'An activity is one row of the Art. 30 record: why personal data is processed, whose, and for how long. Begin with the one you know best; what you leave out becomes a finding.',
    'Une activité est une ligne du registre de l’art. 30 : pourquoi des données sont traitées, celles de qui et pour combien de temps. Commencez par celle que vous connaissez le mieux ; ce que vous omettez devient un constat.',
  ),
  toActivities: both('To the activities', 'Vers les activités'),
  toSuppliers: both('To the sub-processors', 'Vers les sous-traitants'),
  toPeople: both('Invite people', 'Inviter des personnes'),
}

export const itemHints = {
  '30(1)(a)': both(
    'name, contact, representative or DPO is missing',
    'le nom, le contact, le représentant ou le DPD manque',
  ),
  '30(1)(c)': both('one of the two is missing', 'l’un des deux manque'),
  '30(1)(f)': both('a criterion, no period or event', 'un critère, ni durée ni événement'),
  '30(2)(a)': both('as a class, or without contact', 'par catégorie, ou sans contact'),
  '30(2)(b)': both('not for every controller', 'pas pour chaque responsable'),
} as const
