import { both } from '@ropewalk/domain/words.ts'

export const settingsWords = {
  title: both('Settings', 'Paramètres'),
  tabs: both('Parts of the settings', 'Parties des paramètres'),
  organisation: both('Organisation', 'Organisation'),
  public: both('Public page', 'Page publique'),
  people: both('People', 'Personnes'),
  ownTokens: both('Your tokens', 'Vos jetons'),
  tokens: both('Tokens', 'Jetons'),
  account: both('Your account', 'Votre compte'),
  reference: both('Reference data', 'Données de référence'),
  approvals: both('Approvals', 'Approbations'),
  mails: both('Mails', 'Courriels'),
  webhooks: both('Webhooks', 'Webhooks'),
  backups: both('Backups', 'Sauvegardes'),
  access: both('Access and roles', 'Accès et rôles'),
  cancel: both('Cancel', 'Annuler'),
  finish: both('Done', 'Terminé'),
  save: both('Save', 'Enregistrer'),
  saved: both('Saved.', 'Enregistré.'),
  add: both('Add', 'Ajouter'),
  acts: both('Actions', 'Actions'),
  copy: both('Copy', 'Copier'),
  copied: both('Copied', 'Copié'),
  copyFailed: both('Select it and copy by hand.', 'Sélectionnez et copiez à la main.'),
  download: both('Download CSV', 'Télécharger le CSV'),
  noEnd: both('no end', 'sans fin'),
  never: both('never', 'jamais'),
}

export const organisationWords = {
  hint: both(
    'Whose register this is: it heads both records of Art. 30 and the public page.',
    'De qui est ce registre : elle figure en tête des deux registres de l’art. 30 et de la page publique.',
  ),
  open: both('Open the record', 'Ouvrir la fiche'),
  none: both('No organisation yet', 'Aucune organisation pour l’instant'),
  begin: both('State whose register this is', 'Indiquer de qui est ce registre'),
}

export const publicWords = {
  hint: both(
    'Anyone may read these without signing in. They show what was published, not what stands in the register.',
    'Tout le monde peut les lire sans se connecter. Elles montrent ce qui a été publié, et non ce que contient le registre.',
  ),
  addresses: both('Addresses', 'Adresses'),
  page: both('Page in English', 'Page en anglais'),
  pageFr: both('Page in French', 'Page en français'),
  csv: both('The list as CSV', 'La liste en CSV'),
  json: both('The list as JSON', 'La liste en JSON'),
  differs: both(
    'Published, and the register says otherwise',
    'Publiés, et le registre dit autre chose',
  ),
  differsHint: both(
    'Open the supplier to see both and publish.',
    'Ouvrez le fournisseur pour voir les deux et publier.',
  ),
  yes: both('Published', 'Publiés'),
  no: both('Not on the public list', 'Absents de la liste publique'),
  none: both('None.', 'Aucun.'),
  all: both('All {n}', 'Tous ({n})'),
}

export const accountWords = {
  you: both('You', 'Vous'),
  name: both('Name', 'Nom'),
  nameHint: both(
    'History keeps the name that stood at the time.',
    'L’historique conserve le nom de l’époque.',
  ),
  email: both('E-mail', 'Adresse électronique'),
  roles: both('Roles', 'Rôles'),
  language: both('Language', 'Langue'),
  languageHint: both(
    'For these pages and for mails to you.',
    'Pour ces pages et pour les courriels que vous recevez.',
  ),
  password: both('Password', 'Mot de passe'),
  current: both('Current password', 'Mot de passe actuel'),
  next: both('New password', 'Nouveau mot de passe'),
  nextHint: both(
    'At least 12 characters; a sentence is easy to remember. Your other sessions end.',
    'Au moins 12 caractères ; une phrase se retient facilement. Vos autres sessions prennent fin.',
  ),
  changePassword: both('Change the password', 'Changer le mot de passe'),
  passwordChanged: both(
    'The password is changed; other sessions have ended.',
    'Le mot de passe est changé ; les autres sessions sont terminées.',
  ),
  sessions: both('Where you are signed in', 'Où vous êtes connecté'),
  thisOne: both('this session', 'cette session'),
  browser: both('Browser', 'Navigateur'),
  address: both('Network address', 'Adresse réseau'),
  since: both('Signed in', 'Connecté depuis'),
  lastSeen: both('Last used', 'Dernière utilisation'),
  end: both('End', 'Terminer'),
  endOf: both(
    'End the session of {browser}, {address}',
    'Terminer la session de {browser}, {address}',
  ),
  unknown: both('unknown', 'inconnu'),
  on: both('{browser} on {system}', '{browser} sur {system}'),
}
