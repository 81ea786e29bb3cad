import { both } from '@ropewalk/domain/words.ts'

export const webhookWords = {
  hint: both(
    'A webhook tells a program of every change of sub-processors as soon as it is announced, moved, withdrawn or takes effect: what the public page shows, by POST, signed (Standard Webhooks). What fails is tried again, nine times within 47 hours.',
    'Un webhook avertit un programme de chaque changement de sous-traitant ultérieur dès qu’il est annoncé, déplacé, retiré ou prend effet : ce que montre la page publique, par POST, signé (Standard Webhooks). En cas d’échec, l’envoi est retenté, neuf fois en 47 heures.',
  ),
  create: both('Create a webhook', 'Créer un webhook'),
  label: both('What it is for', 'À quoi il sert'),
  labelHint: both('Such as: our customers’ portal', 'Par exemple : le portail de nos clients'),
  url: both('Address', 'Adresse'),
  urlHint: both(
    'https:// on the public internet. Addresses of your own network only where the operator lists them.',
    'https:// sur l’internet public. Les adresses de votre propre réseau, seulement si l’exploitant les a listées.',
  ),
  created: both('Created', 'Créé'),
  last: both('Last told', 'Dernier envoi'),
  status: both('Status', 'État'),
  active: both('active', 'actif'),
  ended: both('ended', 'terminé'),
  states: {
    waiting: both('waiting', 'en attente'),
    sent: both('delivered', 'remis'),
    kept: both('kept', 'conservé'),
    dead: both('given up', 'abandonné'),
    bounced: both('came back', 'revenu'),
  },
  attempts: both(
    '{n, plural, one {# attempt} other {# attempts}}',
    '{n, plural, one {# tentative} other {# tentatives}}',
  ),
  test: both('Test', 'Essayer'),
  testOf: both('Test {label}', 'Essayer {label}'),
  tested: both('A test is on its way.', 'Un essai est en route.'),
  end: both('End…', 'Terminer…'),
  endOf: both('End {label}', 'Mettre fin à {label}'),
  endAsk: both('End {label}?', 'Mettre fin à {label} ?'),
  endWhy: both(
    'It is told nothing more, nor what still waits for it. This cannot be undone; create another one instead.',
    'Il n’est plus averti de rien, pas même de ce qui l’attend encore. C’est irréversible ; il faudra en créer un autre.',
  ),
  endNow: both('End', 'Terminer'),
  shownTitle: both('What this webhook signs with', 'Ce avec quoi ce webhook signe'),
  shownHint: both(
    'It is shown only now: keep it where the program checks the header webhook-signature. A test is on its way.',
    'Ce secret n’est affiché que maintenant : conservez-le là où le programme vérifie l’en-tête webhook-signature. Un essai est en route.',
  ),
  secret: both('Secret', 'Secret'),
  none: both('No webhooks yet', 'Aucun webhook pour l’instant'),
} as const
