import { both } from '@ropewalk/domain/words.ts'

/** The few words that controls say of themselves. */
export const uiWords = {
  changed: both('changed', 'modifié'),
  clear: both('Clear', 'Effacer'),
  remove: both('Remove {name}', 'Retirer {name}'),
  cancel: both('Cancel', 'Annuler'),
  close: both('Close', 'Fermer'),
  yes: both('yes', 'oui'),
  no: both('no', 'non'),
  notStated: both('not stated', 'non indiqué'),
  add: both('Add “{name}”', 'Ajouter « {name} »'),
  nothingFound: both('Nothing found', 'Aucun résultat'),
  searching: both('Searching', 'Recherche en cours'),
  searchFailed: both(
    'The search did not answer. Type again to retry.',
    'La recherche n’a pas répondu. Saisissez de nouveau pour réessayer.',
  ),
  found: both(
    '{n, plural, one {# result} other {# results}}',
    '{n, plural, one {# résultat} other {# résultats}}',
  ),
  loading: both('Loading', 'Chargement'),
  notConnected: both('Not connected', 'Hors connexion'),
  lastHeard: both(
    'What you typed is kept here. Last heard from the server at {time}.',
    'Votre saisie est conservée ici. Dernière réponse du serveur à {time}.',
  ),
  tryAgain: both('Try again', 'Réessayer'),
  before: both('before: ', 'avant : '),
  after: both('after: ', 'après : '),
  selectAll: both('Select all {n}', 'Tout sélectionner ({n})'),
  select: both('Select {name}', 'Sélectionner {name}'),
  dismiss: both('Dismiss', 'Masquer'),
}
