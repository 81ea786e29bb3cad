import { both } from '@ropewalk/domain/words.ts'

export const confirmWords = {
  title: both('To confirm', 'À confirmer'),
  intro: both(
    'Facts that were inferred from the source, not read in it. Confirmed facts count; the others stay inside the house.',
    'Faits déduits de la source, et non lus dans celle-ci. Seuls les faits confirmés comptent ; les autres restent internes.',
  ),
  views: both('How to confirm', 'Façon de confirmer'),
  oneByOne: both('One at a time', 'Un par un'),
  all: both('All', 'Tous'),
  place: both('{n} of {of}', '{n} sur {of}'),
  wholeRecord: both('The record as a whole', 'La fiche dans son ensemble'),
  wholeRecordWhy: both(
    'The source does not name it as an activity or company of its own; that it exists at all was inferred.',
    'La source ne la nomme pas en tant que telle ; son existence même a été déduite.',
  ),
  confirm: both('Confirm', 'Confirmer'),
  change: both('Change', 'Modifier'),
  remove: both('Remove', 'Retirer'),
  skip: both('Skip', 'Passer'),
  previous: both('Previous', 'Précédent'),
  next: both('Next', 'Suivant'),
  readOnly: both(
    'Confirming takes the permission to write; you may read.',
    'Confirmer demande le droit de rédiger ; vous pouvez lire.',
  ),
  source: both('Where it comes from', 'D’où vient ce fait'),
  lines: both('{document}, {lines}', '{document}, {lines}'),
  noSource: both(
    'No source is cited: nothing but the register says so.',
    'Aucune source citée : seul le registre le dit.',
  ),
  noText: both(
    'The text of this document is not in the register.',
    'Le texte de ce document n’est pas dans le registre.',
  ),
  textOf: both('Text of {document}', 'Texte de {document}'),
  asOf: both('as of {day}', 'en date du {day}'),
  changedMeanwhile: both('Changed meanwhile', 'Modifié entre-temps'),
  changedMeanwhileWhy: both(
    '{id} was changed by someone else. This is how it stands now: look again, then confirm.',
    '{id} a été modifiée par quelqu’un d’autre. Voici son état actuel : revoyez-la, puis confirmez.',
  ),
  removeAsk: both('Remove this fact?', 'Retirer ce fait ?'),
  removeRow: both(
    'The row leaves {record}. History keeps it.',
    'La ligne quitte {record}. L’historique la conserve.',
  ),
  removeValue: both(
    'The field of {record} reads “not stated” again. History keeps the value.',
    'Le champ de {record} redevient « non indiqué ». L’historique conserve la valeur.',
  ),
  cancel: both('Cancel', 'Annuler'),
  doneTitle: both('Everything is confirmed', 'Tout est confirmé'),
  doneHint: both(
    'No fact of the register is only inferred. What comes next:',
    'Plus aucun fait du registre n’est seulement déduit. La suite :',
  ),
  toFindings: both(
    '{n, plural, one {Work through # finding} other {Work through # findings}}',
    '{n, plural, one {Traiter # constat} other {Traiter # constats}}',
  ),
  toPublic: both('See what the public reads', 'Voir ce que lit le public'),
  toOverview: both('Back to the overview', 'Revenir à la vue d’ensemble'),
  selectRecord: both('Select all of {record}', 'Sélectionner tout : {record}'),
  selectFact: both('Select: {fact}', 'Sélectionner : {fact}'),
  selectAll: both('Select all shown', 'Sélectionner ceux affichés'),
  selected: both('{n} selected', '{n} sélectionnés'),
  confirmSelected: both('Confirm {n}', 'Confirmer ({n})'),
  clear: both('Clear', 'Effacer'),
  confirming: both('Confirming, record {done} of {of}', 'Confirmation, fiche {done} sur {of}'),
  stop: both('Stop here', 'Arrêter ici'),
  confirmed: both(
    '{n, plural, one {# fact confirmed.} other {# facts confirmed.}}',
    '{n, plural, one {# fait confirmé.} other {# faits confirmés.}}',
  ),
  notConfirmed: both(
    '{n, plural, one {# record was not confirmed; it is still selected:} other {# records were not confirmed; they are still selected:}}',
    '{n, plural, one {# fiche n’a pas été confirmée ; elle reste sélectionnée :} other {# fiches n’ont pas été confirmées ; elles restent sélectionnées :}}',
  ),
  more: both('Show more ({n} left)', 'Afficher la suite (encore {n})'),
}
