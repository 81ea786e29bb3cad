import { both } from '@ropewalk/domain/words.ts'

export const approvalWords = {
  approval: both('Approval', 'Approbation'),
  draft: both('Draft', 'Brouillon'),
  draftWhy: both('nobody has approved this yet.', 'personne ne l’a encore approuvé.'),
  sentBack: both(
    'sent back by {name} on {time}: {comment}',
    'renvoyé par {name} le {time} : {comment}',
  ),
  inReview: both('In review', 'En révision'),
  askedBy: both(
    '{name} asked for approval on {time}.',
    'approbation demandée par {name} le {time}.',
  ),
  askedOf: both('Asked of {names}.', 'Demandée à {names}.'),
  signedSoFar: both('Signed: {names}.', 'Signé : {names}.'),
  awaited: both('Awaited: {names}.', 'Attendu : {names}.'),
  approved: both('Approved', 'Approuvé'),
  approvedBy: both('by {names} on {time}.', 'par {names} le {time}.'),
  as: both('{name} as {title}', '{name} à titre de {title}'),
  selfApproved: both('self-approved', 'auto-approuvé'),
  altered: both(
    'Changed since, in nothing that is material.',
    'Modifié depuis, sans changement substantiel.',
  ),
  lapsed: both('Lapsed', 'Caduc'),
  lapsedWhy: both(
    'approval lapsed on {time}, {reason}.',
    'l’approbation est devenue caduque le {time}, {reason}.',
  ),
  ask: both('Ask for approval', 'Demander l’approbation'),
  askFrom: both('Of whom', 'À qui'),
  askFromHint: both(
    'Nobody named: of whoever may approve.',
    'Personne n’est nommé : à quiconque peut approuver.',
  ),
  note: both('Note', 'Note'),
  withdraw: both('Withdraw the request', 'Retirer la demande'),
  look: both('Look and approve', 'Regarder et approuver'),
  lookOf: both('Look at {name} and approve', 'Regarder {name} et approuver'),
  dialog: both('Approve {name}', 'Approuver {name}'),
  since: both(
    'What changed since version {from}, approved last. You approve version {version}.',
    'Ce qui a changé depuis la version {from}, approuvée en dernier. Vous approuvez la version {version}.',
  ),
  first: both(
    'Nothing of this was approved before: here is all that it states. You approve version {version}.',
    'Rien n’a encore été approuvé : voici tout ce qui est indiqué. Vous approuvez la version {version}.',
  ),
  changes: both('What changed', 'Ce qui a changé'),
  nothing: both('No field differs.', 'Aucun champ ne diffère.'),
  ownRequired: both(
    'You changed this record since its last approval. Four eyes are required: somebody else must approve it too.',
    'Vous avez modifié cette fiche depuis sa dernière approbation. Le double regard est exigé : une autre personne doit aussi l’approuver.',
  ),
  ownAdvised: both(
    'You changed this record since its last approval. If nobody else signs, it will be marked self-approved.',
    'Vous avez modifié cette fiche depuis sa dernière approbation. Si personne d’autre ne signe, elle sera marquée auto-approuvée.',
  ),
  signAs: both('Sign as', 'Signer à titre de'),
  comment: both('Comment', 'Commentaire'),
  commentHint: both('Needed to send it back.', 'Nécessaire pour renvoyer.'),
  approve: both('Approve', 'Approuver'),
  sendBack: both('Send back', 'Renvoyer'),
  hash: both('Content', 'Contenu'),
  cancel: both('Cancel', 'Annuler'),
}
