import { both } from '@ropewalk/domain/words.ts'

export const peopleWords = {
  signIn: both('Sign in', 'Se connecter'),
  signInAgain: both('Sign in again', 'Se reconnecter'),
  sessionEnded: both(
    'Your session has ended. What you typed is still on the page behind.',
    'Votre session est terminée. Votre saisie est toujours sur la page.',
  ),
  email: both('E-mail', 'Adresse électronique'),
  password: both('Password', 'Mot de passe'),
  newPassword: both('New password', 'Nouveau mot de passe'),
  passwordHint: both(
    'At least 12 characters; a sentence is easy to remember.',
    'Au moins 12 caractères ; une phrase se retient facilement.',
  ),
  name: both('Name', 'Nom'),
  forgotten: both(
    'Forgotten your password? An administrator can send you a link.',
    'Mot de passe oublié ? Un administrateur peut vous envoyer un lien.',
  ),
  first: both('Create the first account', 'Créer le premier compte'),
  firstHint: both(
    'It is administrator and DPO. Others are invited from the settings.',
    'Il est administrateur et DPD. Les autres personnes sont invitées depuis les paramètres.',
  ),
  invitation: both('Welcome, {name}', 'Bienvenue, {name}'),
  invitationHint: both(
    'Choose a password for {email}.',
    'Choisissez un mot de passe pour {email}.',
  ),
  reset: both('Choose a new password', 'Choisir un nouveau mot de passe'),
  createAccount: both('Create the account', 'Créer le compte'),
  setPassword: both('Set the password', 'Enregistrer le mot de passe'),
  linkDead: both('This link no longer works', 'Ce lien n’est plus valable'),
  linkDeadHint: both(
    'It has been used or has expired. Ask an administrator for a new one.',
    'Il a été utilisé ou a expiré. Demandez-en un nouveau à un administrateur.',
  ),
  toSignIn: both('To the sign-in', 'Vers la connexion'),
}

export const codeWords = {
  code: both('Code', 'Code'),
  codeHint: both(
    'The six digits that your app shows now.',
    'Les six chiffres que votre application affiche maintenant.',
  ),
  recoveryCode: both('Recovery code', 'Code de récupération'),
  recoveryHint: both(
    'One of the ten that you kept; each works once.',
    'L’un des dix que vous avez conservés ; chacun sert une fois.',
  ),
  useRecovery: both('Use a recovery code', 'Utiliser un code de récupération'),
  useApp: both('Use a code of the app', 'Utiliser un code de l’application'),
  usePassword: both('Use the password', 'Utiliser le mot de passe'),
  lost: both(
    'Lost both? An administrator can reset the second factor.',
    'Les deux sont perdus ? Un administrateur peut réinitialiser le second facteur.',
  ),
  prove: both('Confirm that it is you', 'Confirmez que c’est bien vous'),
  proveWhy: both(
    'This is asked before changes to people and access, once in 10 minutes.',
    'C’est demandé avant de modifier les personnes et les accès, une fois toutes les 10 minutes.',
  ),
  confirm: both('Confirm', 'Confirmer'),
  cancel: both('Cancel', 'Annuler'),
  required: both('Turn on your second factor', 'Activez votre second facteur'),
  requiredWhy: both(
    'Your role requires one. Until it is on, nothing else is open to you.',
    'Votre rôle en exige un. Tant qu’il n’est pas activé, rien d’autre ne vous est ouvert.',
  ),
}
