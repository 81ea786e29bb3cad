import { both } from '@ropewalk/domain/words.ts'

export const reviewWords = {
  title: both('Reviews', 'Révisions'),
  intro: both(
    'What waits for approval, and what is due to be looked at again, expiring or overdue.',
    'Ce qui attend une approbation, et ce qui est à revoir, arrive à échéance ou est en retard.',
  ),
  waiting: both('Waiting for approval', 'En attente d’approbation'),
  noneWaiting: both('Nothing waits for approval.', 'Rien n’attend d’approbation.'),
  mine: both(
    '{n, plural, one {# concerns you} other {# concern you}}',
    '{n, plural, one {# vous concerne} other {# vous concernent}}',
  ),
  newest: both(
    'The newest {n} of {of} are shown.',
    'Les {n} plus récentes sur {of} sont affichées.',
  ),
  record: both('Record', 'Fiche'),
  asked: both('Asked', 'Demandé'),
  askedBy: both('{name}, {time}', '{name}, {time}'),
  of: both('Of', 'À'),
  anyone: both('whoever may approve', 'quiconque peut approuver'),
  signed: both('Signed', 'Signé'),
  nobody: both('nobody yet', 'personne encore'),
  look: both('Look', 'Regarder'),
  acts: both('Actions', 'Actions'),
  reviews: both('To review', 'À réviser'),
  expiring: both('Expiring', 'Arrive à échéance'),
  noReviews: both(
    'No review is due within 30 days.',
    'Aucune révision n’est prévue sous 30 jours.',
  ),
  noneExpiring: both(
    'No contract, assurance or accepted finding ends within 30 days.',
    'Aucun contrat, attestation ou constat accepté ne prend fin sous 30 jours.',
  ),
  due: both('Due', 'Échéance'),
  ends: both('Ends', 'Fin'),
  what: both('What', 'Quoi'),
  owner: both('Owner', 'Responsable'),
  notStated: both('not stated', 'non indiqué'),
  askedWhom: both('Asked', 'Sollicité'),
  notAsked: both('nobody yet', 'personne encore'),
  overdue: both('overdue', 'en retard'),
  contract: both('Contract', 'Contrat'),
  assurance: both('Assurance: {what}', 'Attestation : {what}'),
  acceptance: both('Accepted finding: {what}', 'Constat accepté : {what}'),
  stillTrue: both('Still true', 'Toujours exact'),
  stillTrueOf: both('{name} is still true', '{name} : toujours exact'),
  answered: both(
    'Answered; the next review is on {day}.',
    'Réponse notée ; prochaine révision le {day}.',
  ),
  answeredLast: both(
    'Answered; no next review is set.',
    'Réponse notée ; aucune prochaine révision.',
  ),
  note: both('Note', 'Note'),
  next: both('Next review', 'Prochaine révision'),
  nextHint: both(
    'The record does not say how often it is reviewed. Left empty, no review is set.',
    'La fiche n’indique pas de fréquence de révision. Laissé vide, aucune révision n’est prévue.',
  ),
  nextEvery: both(
    'Left empty, in {n, plural, one {# month} other {# months}}, as the record says.',
    'Laissé vide, dans {n} mois, comme l’indique la fiche.',
  ),
}
