import { both, type Text } from '@ropewalk/domain/words.ts'

/** What was done, in words that stand before what it was done to. */
export const actText = (verb: string): Text =>
  acts[verb] ?? acts[lastWord(verb)] ?? both(verb, verb)

const lastWord = (verb: string) => verb.split('.').at(-1) ?? verb

/** By the whole verb, or by its last word where it is the same for every noun. */
const acts: Readonly<Record<string, Text>> = {
  load: both('loaded', 'a chargé'),
  create: both('created', 'a créé'),
  copy: both('copied', 'a copié'),
  change: both('changed', 'a modifié'),
  restore: both('restored a version of', 'a restauré une version de'),
  bulkChange: both('changed with others', 'a modifié avec d’autres'),
  confirm: both('confirmed facts of', 'a confirmé des faits de'),
  archive: both('archived', 'a archivé'),
  unarchive: both('took out of the archive', 'a sorti des archives'),
  remove: both('deleted', 'a supprimé'),
  publish: both('published', 'a publié'),
  withdraw: both('took off the public list', 'a retiré de la liste publique'),
  answer: both('answered a question of', 'a répondu à une question de'),
  accept: both('accepted a finding of', 'a accepté un constat de'),
  reopen: both('opened again a finding of', 'a rouvert un constat de'),
  import: both('imported', 'a importé'),
  'backup.made': both('made the', 'a fait la'),
  'backup.tried': both('tried to restore the', 'a essayé de restaurer la'),
  'backup.failed': both('failed at the', 'a échoué à la'),
  'backup.asked': both('asked for a', 'a demandé une'),
  'backup.ruleChanged': both('changed when there is a', 'a modifié le rythme de la'),
  'register.restored': both('restored the register from the', 'a restauré le registre depuis la'),
  'log.keyHeld': both('began to sign the log with the', 'a commencé à signer le journal avec la'),
  'log.keyChanged': both(
    'signs the log from now on with another',
    'signe désormais le journal avec une autre',
  ),
  'exports.make': both('exported', 'a exporté'),
  'history.erase': both('erased personal data', 'a effacé des données personnelles'),
  'tokens.create': both('made the token', 'a créé le jeton'),
  'tokens.revoke': both('revoked the token', 'a révoqué le jeton'),
  'sessions.revoke': both('ended a session of', 'a fermé une session de'),
  'people.firstLink': both('made the link for', 'a créé le lien pour'),
  'people.createFirst': both('created the first account', 'a créé le premier compte'),
  'people.add': both('added', 'a ajouté'),
  'people.invite': both('invited', 'a invité'),
  'people.acceptInvitation': both('accepted the invitation', 'a accepté l’invitation'),
  'people.resetLink': both('made a password link for', 'a créé un lien de mot de passe pour'),
  'people.resetPassword': both('set a new password by link', 'a changé le mot de passe par lien'),
  'people.replacePassword': both('replaced the password of', 'a remplacé le mot de passe de'),
  'people.changeOwnPassword': both('changed the own password', 'a changé son mot de passe'),
  'people.changeOwnPasswordRefused': both(
    'gave a wrong own password',
    'a donné un mot de passe erroné',
  ),
  'people.passwordRefused': both('gave a wrong own password', 'a donné un mot de passe erroné'),
  'people.changeOwnName': both('changed the own name', 'a changé son nom'),
  'people.changeOwnLanguage': both('changed the own language', 'a changé sa langue'),
  'people.changeRoles': both('changed the roles of', 'a modifié les rôles de'),
  'people.changeExpiry': both('changed the last day of', 'a modifié le dernier jour de'),
  'people.disable': both('disabled', 'a désactivé'),
  'people.enable': both('enabled', 'a réactivé'),
  'people.signIn': both('signed in', 's’est connecté'),
  'people.signInAwaitsCode': both(
    'gave the password, code awaited',
    'a donné le mot de passe, code attendu',
  ),
  'people.signInRefused': both('was refused at sign-in', 'a été refusé à la connexion'),
  'people.signOut': both('signed out', 's’est déconnecté'),
  'people.codeRefused': both('gave a wrong code', 'a donné un code erroné'),
  'people.useRecoveryCode': both('used a recovery code', 'a utilisé un code de secours'),
  'people.prove': both('proved to be', 'a prouvé être'),
  'people.beginSecondFactor': both('began a second factor', 'a commencé un second facteur'),
  'people.confirmSecondFactor': both('turned the second factor on', 'a activé le second facteur'),
  'people.turnOffSecondFactor': both(
    'turned the second factor off',
    'a désactivé le second facteur',
  ),
  'people.replaceRecoveryCodes': both(
    'made new recovery codes',
    'a créé de nouveaux codes de secours',
  ),
  'people.resetSecondFactor': both(
    'reset the second factor of',
    'a réinitialisé le second facteur de',
  ),
  'people.changeSecondFactorRule': both(
    'changed who needs a second factor',
    'a modifié qui doit avoir un second facteur',
  ),
}
