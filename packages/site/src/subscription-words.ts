import { both } from '@ropewalk/domain/words.ts'

export const subscriptionWords = {
  title: both('Hear of changes', 'Être averti des changements'),
  lead: both(
    'A mail when a change of sub-processors is announced. Your address serves for this alone; it is sealed at rest, and once you leave only a keyed hash of it stays.',
    'Un courriel quand un changement de sous-traitants ultérieurs est annoncé. Votre adresse ne sert qu’à cela ; elle est chiffrée au repos et, une fois que vous partez, seule son empreinte à clé demeure.',
  ),
  email: both('E-mail address', 'Adresse électronique'),
  topics: both('Of which changes', 'De quels changements'),
  topicsHint: both(
    'Choose nothing to hear of all; choose several to hear of each.',
    'Ne choisissez rien pour tout recevoir ; choisissez-en plusieurs pour recevoir chacun.',
  ),
  products: both('Products', 'Produits'),
  categories: both('Data categories', 'Catégories de données'),
  countries: both('Countries of processing', 'Pays de traitement'),
  outsideEea: both(
    'Any country outside the European Economic Area',
    'Tout pays hors de l’Espace économique européen',
  ),
  additionsOnly: both(
    'Only when a sub-processor is added or replaces another',
    'Seulement quand un sous-traitant ultérieur est ajouté ou en remplace un autre',
  ),
  subscribe: both('Subscribe', 'S’abonner'),
  asked: both('Look into your mail', 'Consultez votre messagerie'),
  askedText: both(
    'A mail with a link to confirm is on its way to this address, unless it was sent several today. The link works for 48 hours.',
    'Un courriel avec un lien de confirmation part vers cette adresse, sauf si elle en a déjà reçu plusieurs aujourd’hui. Le lien fonctionne 48 heures.',
  ),
  refused: both('Nothing was done', 'Rien n’a été fait'),
  again: both('Back to the form', 'Retour au formulaire'),
  confirm: both('Confirm the subscription', 'Confirmer l’abonnement'),
  confirmText: both(
    'Press the button to hear of changes from now on.',
    'Appuyez sur le bouton pour être averti des changements à partir de maintenant.',
  ),
  confirmed: both('You will hear of changes', 'Vous serez averti des changements'),
  confirmedText: both(
    'Each mail holds a link to stop.',
    'Chaque courriel contient un lien pour arrêter.',
  ),
  leave: both('Stop the mails', 'Arrêter les courriels'),
  leaveText: both(
    'Press the button to hear of changes no longer. Your address and your choices are removed.',
    'Appuyez sur le bouton pour ne plus être averti des changements. Votre adresse et vos choix seront supprimés.',
  ),
  left: both('You will get no more mails', 'Vous ne recevrez plus de courriels'),
  leftText: both(
    'Your address and your choices were removed.',
    'Votre adresse et vos choix ont été supprimés.',
  ),
  toList: both('To the list', 'Vers la liste'),
} as const
