import { both } from '@ropewalk/domain/words.ts'

export const secondFactorWords = {
  title: both('Second factor', 'Second facteur'),
  off: both(
    'Off. Turned on, signing in asks for a code of an authenticator app as well as the password.',
    'Désactivé. Une fois activé, la connexion demande un code d’une application d’authentification en plus du mot de passe.',
  ),
  turnOn: both('Turn it on', 'L’activer'),
  scan: both(
    'Scan this with your authenticator app, or type the secret there. Then give the code that it shows.',
    'Scannez ceci avec votre application d’authentification, ou saisissez-y le secret. Donnez ensuite le code qu’elle affiche.',
  ),
  qr: both('The secret as a QR code', 'Le secret sous forme de code QR'),
  secret: both('Secret', 'Secret'),
  confirm: both('Confirm the code', 'Confirmer le code'),
  on: both(
    'On since {since}. {left, plural, one {# recovery code is} other {# recovery codes are}} left.',
    'Activé depuis le {since}. Il reste {left, plural, one {# code} other {# codes}} de récupération.',
  ),
  recoveryCodes: both('Recovery codes', 'Codes de récupération'),
  codesShown: both(
    'Keep these apart from your app: each signs you in once when the app is lost. They are shown only now.',
    'Conservez-les à part de votre application : chacun permet une connexion si l’application est perdue. Ils ne sont affichés que maintenant.',
  ),
  fileHead: both(
    'Ropewalk recovery codes of {email}. Each works once.',
    'Codes de récupération Ropewalk de {email}. Chacun sert une fois.',
  ),
  download: both('Download', 'Télécharger'),
  print: both('Print', 'Imprimer'),
  newCodes: both('Make new recovery codes…', 'Créer de nouveaux codes de récupération…'),
  newCodesTitle: both('New recovery codes', 'Nouveaux codes de récupération'),
  newCodesWhy: both(
    'The codes of before no longer work.',
    'Les codes précédents ne fonctionneront plus.',
  ),
  makeThem: both('Make them', 'Les créer'),
  turnOff: both('Turn it off…', 'Le désactiver…'),
  turnOffAsk: both('Turn the second factor off?', 'Désactiver le second facteur ?'),
  turnOffWhy: both(
    'The password alone then opens your account. If your role requires a second factor, you are asked to turn one on again at once.',
    'Le mot de passe seul ouvrira alors votre compte. Si votre rôle exige un second facteur, il vous sera aussitôt demandé d’en activer un.',
  ),
  turnOffNow: both('Turn it off', 'Le désactiver'),
  reset: both('Reset the second factor…', 'Réinitialiser le second facteur…'),
  resetAsk: both(
    'Reset the second factor of {name}?',
    'Réinitialiser le second facteur de {name} ?',
  ),
  resetWhy: both(
    'For who lost the app and the recovery codes. Open sessions end; the password alone signs {name} in until a new one is turned on.',
    'Pour qui a perdu l’application et les codes de récupération. Les sessions ouvertes prennent fin ; le mot de passe seul connecte {name} jusqu’à une nouvelle activation.',
  ),
  resetNow: both('Reset', 'Réinitialiser'),
  rule: both('Second factor required', 'Second facteur exigé'),
  ruleHint: both(
    'Who has one of these roles and no second factor can do nothing but turn one on.',
    'Une personne qui a l’un de ces rôles sans second facteur ne peut rien faire d’autre que d’en activer un.',
  ),
  ruleFor: both('Required for', 'Exigé pour'),
  ruleNone: both('Required for no role.', 'Exigé pour aucun rôle.'),
}
