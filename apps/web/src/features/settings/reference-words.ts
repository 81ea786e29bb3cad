import { both } from '@ropewalk/domain/words.ts'

export const referenceWords = {
  hint: both(
    'Which countries belong to the EEA and which the Commission finds adequate, each within its dates. Findings on transfers rest on this.',
    'Quels pays appartiennent à l’EEE et lesquels la Commission juge adéquats, chacun dans ses dates. Les constats sur les transferts reposent là-dessus.',
  ),
  eea: both('European Economic Area', 'Espace économique européen'),
  adequacy: both('Adequacy decisions, Art. 45', 'Décisions d’adéquation, art. 45'),
  country: both('Country', 'Pays'),
  from: both('From', 'Depuis'),
  until: both('Until', 'Jusqu’au'),
  untilHint: both('Empty: no end is known.', 'Vide : aucune fin connue.'),
  scope: both('Scope', 'Portée'),
  scopeHint: both('Such as: commercial organisations', 'Par exemple : organisations commerciales'),
  source: both('Source', 'Source'),
  sourceHint: both('The decision or treaty', 'La décision ou le traité'),
  change: both('Change', 'Modifier'),
  changeOf: both('Change {country}', 'Modifier {country}'),
  add: both('Add a country', 'Ajouter un pays'),
  remove: both('Remove', 'Retirer'),
  removeOf: both('Remove {country}', 'Retirer {country}'),
  removeAsk: both('Remove {country}?', 'Retirer {country} ?'),
  removeWhy: both(
    'Transfers are judged without it from now on. If it ended, give it an end instead: what was true then stays true.',
    'Les transferts seront jugés sans cette entrée. Si elle a pris fin, indiquez plutôt une date de fin : ce qui était vrai alors le reste.',
  ),
  everyone: both('every recipient', 'tout destinataire'),
}

export const accessWords = {
  roles: both('What each role may do', 'Ce que peut chaque rôle'),
  rolesHint: both(
    'The server asks this same table before every act. A person with several roles may do what any of them may.',
    'Le serveur consulte ce même tableau avant chaque acte. Une personne ayant plusieurs rôles peut ce que peut chacun d’eux.',
  ),
  permission: both('Permission', 'Droit'),
  public: both('everyone', 'tout le monde'),
  yes: both('yes', 'oui'),
  no: both('no', 'non'),
  list: both('Who has access', 'Qui a accès'),
  listHint: both(
    'The access list as an auditor reads it: everybody who has or had an account.',
    'La liste des accès telle qu’un auditeur la lit : toute personne ayant ou ayant eu un compte.',
  ),
  id: both('Id', 'Identifiant'),
  created: both('Created', 'Créé'),
  createdBy: both('By', 'Par'),
}
