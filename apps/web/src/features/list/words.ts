import type { NounKey } from '@ropewalk/domain/field.ts'
import { both, type Text } from '@ropewalk/domain/words.ts'

/** What French makes different from noun to noun. */
export const nounWords: Record<NounKey, { new: Text; none: Text; hint: Text }> = {
  activity: {
    new: both('New activity', 'Nouvelle activité'),
    none: both('No activities yet', 'Aucune activité pour l’instant'),
    hint: both(
      'An activity is one row of the Art. 30 record. Start with its name; the rest can wait.',
      'Une activité est une ligne du registre de l’art. 30. Commencez par son nom ; le reste peut attendre.',
    ),
  },
  subProcessor: {
    new: both('New sub-processor', 'Nouveau sous-traitant'),
    none: both('No sub-processors yet', 'Aucun sous-traitant pour l’instant'),
    hint: both(
      'A supplier that processes personal data for you or for your customers. Start with its name.',
      'Un fournisseur qui traite des données personnelles pour vous ou pour vos clients. Commencez par son nom.',
    ),
  },
  dataCategory: {
    new: both('New data category', 'Nouvelle catégorie de données'),
    none: both('No data categories yet', 'Aucune catégorie de données pour l’instant'),
    hint: both(
      'A kind of personal data that activities use, with its elements.',
      'Une sorte de données personnelles que des activités utilisent, avec ses éléments.',
    ),
  },
  dataSubject: {
    new: both('New data subject', 'Nouvelle catégorie de personnes'),
    none: both('No data subjects yet', 'Aucune personne concernée pour l’instant'),
    hint: both('The people whose data it is.', 'Les personnes dont ce sont les données.'),
  },
  party: {
    new: both('New party', 'Nouvelle partie'),
    none: both('No parties yet', 'Aucune partie pour l’instant'),
    hint: both(
      'Someone data is shared with or processed for: a customer, a partner, an authority.',
      'À qui les données sont communiquées ou pour qui elles sont traitées : client, partenaire, autorité.',
    ),
  },
  measure: {
    new: both('New measure', 'Nouvelle mesure'),
    none: both('No measures yet', 'Aucune mesure pour l’instant'),
    hint: both(
      'A technical or organisational measure of security, Art. 32.',
      'Une mesure de sécurité technique ou organisationnelle, art. 32.',
    ),
  },
  organisation: {
    new: both('New organisation', 'Nouvelle organisation'),
    none: both('No organisations yet', 'Aucune organisation pour l’instant'),
    hint: both('Whose register this is.', 'À qui appartient ce registre.'),
  },
  product: {
    new: both('New product', 'Nouveau produit'),
    none: both('No products yet', 'Aucun produit pour l’instant'),
    hint: both(
      'What customers use, and which activities belong to it.',
      'Ce qu’utilisent les clients, et les activités qui s’y rattachent.',
    ),
  },
  document: {
    new: both('New document', 'Nouveau document'),
    none: both('No documents yet', 'Aucun document pour l’instant'),
    hint: both(
      'A policy, a contract or an assessment that records cite.',
      'Une politique, un contrat ou une analyse que citent les fiches.',
    ),
  },
}

export const listWords = {
  count: both('{n} of {all}', '{n} sur {all}'),
  windowTitle: both('{list}, {n} of {all}', '{list}, {n} sur {all}'),
  number: both('Number', 'Numéro'),
  findings: both('Findings', 'Constats'),
  noFindings: both('none', 'aucun'),
  updated: both('Changed', 'Modifié'),
  archived: both('archived', 'archivé'),
  legalBasis: both('Legal basis, Art. 6', 'Base légale, art. 6'),

  search: both('Search {list}', 'Rechercher : {list}'),
  searchHint: both('Name, number, line', 'Nom, numéro, ligne'),
  searchKey: both('Search this list', 'Rechercher dans cette liste'),
  addFilter: both('Add filter', 'Ajouter un filtre'),
  whichFilter: both('Narrow the list by', 'Restreindre la liste par'),
  filterBy: both('Filter by {name}', 'Filtrer par {name}'),
  chip: both('{name}: {values}', '{name} : {values}'),
  filterName: both('filter {name}', 'filtre {name}'),
  done: both('Done', 'Terminé'),
  byName: both('Find by name', 'Rechercher par nom'),
  oneOf: both('One of', 'L’un de'),
  or: both('Or', 'Ou'),
  rule: both('Rule', 'Règle'),
  certainty: both('Certainty', 'Certitude'),
  approval: both('Approval', 'Approbation'),
  questions: both('Open questions', 'Questions ouvertes'),
  open: both('open', 'ouvertes'),
  published: both('Published', 'Publié'),
  different: both('differs from the register', 'diffère du registre'),
  archivedFilter: both('Archived ones too', 'Avec les fiches archivées'),

  columns: both('Columns', 'Colonnes'),
  columnsFit: both('What does not fit is left out.', 'Ce qui ne tient pas est omis.'),
  standardColumns: both('Standard columns', 'Colonnes standard'),
  density: both('Density', 'Densité'),
  compact: both('compact', 'compacte'),
  normal: both('normal', 'normale'),
  comfortable: both('comfortable', 'aérée'),

  views: both('Saved views', 'Vues enregistrées'),
  everything: both('All', 'Tout'),
  asController: both('Art. 30(1), as controller', 'Art. 30(1), comme responsable'),
  asProcessor: both('Art. 30(2), as processor', 'Art. 30(2), comme sous-traitant'),
  suppliersLinked: both('Suppliers linked', 'Avec fournisseurs'),
  noPeriod: both('No period stated', 'Sans durée indiquée'),
  toConfirm: both('To confirm', 'À confirmer'),
  notPublished: both('Not published', 'Non publiés'),
  publishedDiffers: both('Published, but different', 'Publiés, mais différents'),
  noContract: both('No signed contract', 'Sans contrat signé'),
  special: both('Special categories', 'Catégories particulières'),
  saveView: both('Save this view', 'Enregistrer cette vue'),
  saveViewHint: both(
    'It is kept in this browser. To share it, send its address.',
    'Elle est conservée dans ce navigateur. Pour la partager, envoyez son adresse.',
  ),
  viewName: both('Name of the view', 'Nom de la vue'),
  viewDropped: both('View “{name}” removed.', 'Vue « {name} » retirée.'),
  view: both('the view {name}', 'la vue {name}'),
  save: both('Save', 'Enregistrer'),
  cancel: both('Cancel', 'Annuler'),
  close: both('Close', 'Fermer'),
  undo: both('Undo', 'Annuler'),
  undoKey: both('Undo the last change', 'Annuler la dernière modification'),

  exportView: both('Export this view', 'Exporter cette vue'),
  reconcile: both('Compare with another list', 'Comparer avec une autre liste'),
  exportAs: both('{list}: {format}', '{list} : {format}'),

  nameNeeded: both('A name is needed.', 'Un nom est nécessaire.'),
  nameHint: both('It can be changed later.', 'Il pourra être modifié.'),
  create: both('Create', 'Créer'),

  noMatch: both('Nothing matches “{words}”', 'Rien ne correspond à « {words} »'),
  noMatchFiltered: both(
    'Nothing matches “{words}” with {n, plural, one {# filter} other {# filters}}',
    'Rien ne correspond à « {words} » avec {n, plural, one {# filtre} other {# filtres}}',
  ),
  noMatchFilters: both(
    'Nothing matches {n, plural, one {this filter} other {these # filters}}',
    'Rien ne correspond à {n, plural, one {ce filtre} other {ces # filtres}}',
  ),
  without: both(
    '{n, plural, one {# record matches} other {# records match}} without the filters.',
    '{n, plural, one {# fiche correspond} other {# fiches correspondent}} sans les filtres.',
  ),
  inAll: both(
    'There {n, plural, one {is # record} other {are # records}} in all.',
    'Il y a {n, plural, one {# fiche} other {# fiches}} en tout.',
  ),
  clearFilters: both('Clear filters', 'Retirer les filtres'),
  clearSearch: both('Clear the search', 'Effacer la recherche'),
  showAll: both('Show all', 'Tout afficher'),
  noAnswer: both('The list is not here', 'La liste n’est pas là'),
  before: both(
    'What is shown is what was there before.',
    'Ce qui est affiché est ce qui était là auparavant.',
  ),
  loading: both('The list is on its way', 'La liste arrive'),

  gapIs: both('gap: the law asks and nothing answers', 'lacune : la loi demande, rien ne répond'),
  conflictIs: both('conflict: two answers contradict', 'conflit : deux réponses se contredisent'),
  adviceIs: both('advice', 'conseil'),

  editHint: both(
    'Enter or a double click changes a simple cell.',
    'Entrée ou un double clic modifie une cellule simple.',
  ),
  editing: both('{field} of {name}', '{field} de {name}'),
  saved: both('{id}: {field} saved.', '{id} : {field} enregistré.'),
  notSaved: both('Not saved', 'Non enregistré'),
  conflict: both('{id} was changed meanwhile', '{id} a été modifié entre-temps'),
  conflictAsk: both(
    'Someone else set {field} as well. Which one stands?',
    'Quelqu’un d’autre a aussi modifié {field}. Lequel garder ?',
  ),
  yours: both('Yours', 'Le vôtre'),
  theirs: both('Theirs', 'Le leur'),
  keepTheirs: both('Keep theirs', 'Garder le leur'),
  saveYours: both('Save yours', 'Enregistrer le vôtre'),

  selectedOnes: both('Selected records', 'Fiches sélectionnées'),
  selected: both(
    '{n, plural, one {# selected} other {# selected}}',
    '{n, plural, one {# sélectionnée} other {# sélectionnées}}',
  ),
  clearSelection: both('Clear', 'Désélectionner'),
  clearSelectionKey: both('Clear the selection', 'Vider la sélection'),
  set: both('Set…', 'Modifier…'),
  addMeasure: both('Add a measure…', 'Ajouter une mesure…'),
  measureTitle: both(
    'Add a measure to {n, plural, one {# activity} other {# activities}}',
    'Ajouter une mesure à {n, plural, one {# activité} other {# activités}}',
  ),
  measure: both('Measure', 'Mesure'),
  archive: both('Archive…', 'Archiver…'),
  archiveTitle: both(
    'Archive {n, plural, one {# record} other {# records}}',
    'Archiver {n, plural, one {# fiche} other {# fiches}}',
  ),
  archiveWhy: both(
    'Each is archived by itself. One that is still in use, on the public list or changed meanwhile stays as it is, and says so.',
    'Chacune est archivée séparément. Une fiche encore utilisée, publiée ou modifiée entre-temps reste telle quelle, et le dit.',
  ),
  archiveAct: both('Archive {n}', 'Archiver {n}'),
  archiving: both('Archiving: {n} of {of}', 'Archivage : {n} sur {of}'),
  archivedNow: both(
    '{n, plural, one {# record archived.} other {# records archived.}}',
    '{n, plural, one {# fiche archivée.} other {# fiches archivées.}}',
  ),
  notReached: both(
    'Stopped: {n, plural, one {# stays} other {# stay}} unarchived.',
    'Arrêté : {n, plural, one {# reste} other {# restent}} non archivées.',
  ),
  notArchived: both(
    '{n, plural, one {# was not archived, and stays selected:} other {# were not archived, and stay selected:}}',
    '{n, plural, one {# n’a pas été archivée et reste sélectionnée :} other {# n’ont pas été archivées et restent sélectionnées :}}',
  ),
  stopHere: both('Stop here', 'Arrêter ici'),
  finish: both('Done', 'Terminé'),
  exportSelected: both('Export selected', 'Exporter la sélection'),
  tooManyToExport: both(
    'At most {most} can be exported as a selection.',
    'Une sélection de {most} fiches au plus peut être exportée.',
  ),
  setTitle: both(
    'Set one field of {n, plural, one {# record} other {# records}}',
    'Modifier un champ de {n, plural, one {# fiche} other {# fiches}}',
  ),
  field: both('Field', 'Champ'),
  chooseField: both('choose a field', 'choisir un champ'),
  becomes: both('Becomes', 'Devient'),
  preview: both('What will change', 'Ce qui va changer'),
  previewSays: both(
    '{n, plural, one {# record changes} other {# records change}}',
    '{n, plural, one {# fiche change} other {# fiches changent}}',
  ),
  previewAlready: both(
    '{n, plural, one {# already reads} other {# already read}} so',
    '{n, plural, one {# est déjà ainsi} other {# sont déjà ainsi}}',
  ),
  apply: both('Change {n}', 'Modifier {n}'),
  reason: both('Reason, if you wish', 'Motif, si vous le souhaitez'),
  reasonHint: both('It stands in the history.', 'Il figure dans l’historique.'),
  tooMany: both(
    '{n} are selected, and at most {most} can change at once. Narrow the list or select fewer.',
    '{n} sont sélectionnées, et {most} au plus peuvent changer à la fois. Restreignez la liste ou sélectionnez-en moins.',
  ),
  lookAgain: both('Look again', 'Regarder de nouveau'),
  changed: both(
    '{field}: {n, plural, one {# record} other {# records}} changed.',
    '{field} : {n, plural, one {# fiche modifiée} other {# fiches modifiées}}.',
  ),
  undone: both(
    '{n, plural, one {# record has its} other {# records have their}} former value again.',
    '{n, plural, one {# fiche a retrouvé sa} other {# fiches ont retrouvé leur}} valeur.',
  ),
  notUndone: both('Not undone', 'Non annulé'),
}
