import { both } from '@ropewalk/domain/words.ts'

export const mailWords = {
  sends: both(
    'Mails go out through the mail server (SMTP_URL). One that fails is tried again, nine times within 47 hours. Texts are removed once sent; addresses and subjects 30 days later.',
    'Les courriels partent par le serveur de courriel (SMTP_URL). En cas d’échec, l’envoi est retenté, neuf fois en 47 heures. Les textes sont supprimés après l’envoi ; les adresses et les objets, 30 jours plus tard.',
  ),
  keeps: both(
    'No mail server is set (SMTP_URL), so each mail is kept in the data folder: hand it on yourself. The newest 200 are here; remove the files there once they are no longer needed.',
    'Aucun serveur de courriel n’est configuré (SMTP_URL) : chaque courriel est conservé dans le dossier de données ; transmettez-le vous-même. Les 200 plus récents sont ici ; supprimez-y les fichiers devenus inutiles.',
  ),
  files: both('Kept mails', 'Courriels conservés'),
  none: both('No mail so far.', 'Aucun courriel pour l’instant.'),
  noneIn: both('None.', 'Aucun.'),
  show: both('State', 'État'),
  subject: both('Subject', 'Objet'),
  to: both('To', 'À'),
  about: both('About', 'Au sujet de'),
  at: both('When', 'Quand'),
  written: both('Written', 'Écrit'),
  attempts: both('Attempts', 'Tentatives'),
  next: both('Next attempt', 'Prochaine tentative'),
  settled: both('Settled', 'Réglé'),
  said: both('What was said', 'Ce qui a été dit'),
  forgotten: both('removed after 30 days', 'supprimé au bout de 30 jours'),
  sendAgain: both('Send again', 'Envoyer de nouveau'),
  sendAgainTo: both('Send again: {subject}, to {to}', 'Envoyer de nouveau : {subject}, à {to}'),
  queued: both('It is sent again.', 'Il est envoyé de nouveau.'),
  bounce: both('Came back…', 'Revenu…'),
  bounceOf: both('Came back: {subject}, to {to}', 'Revenu : {subject}, à {to}'),
  bounceHint: both(
    'In the words of the mail that came back, without addresses.',
    'Dans les mots du courriel revenu, sans adresse.',
  ),
  bounceText: both('What came back', 'Ce qui est revenu'),
  bounceNow: both('Note it', 'Le noter'),
  states: {
    waiting: both('Waiting ({n})', 'En attente ({n})'),
    dead: both('Given up ({n})', 'Abandonnés ({n})'),
    bounced: both('Came back ({n})', 'Revenus ({n})'),
    sent: both('Sent ({n})', 'Envoyés ({n})'),
    kept: both('Kept ({n})', 'Conservés ({n})'),
  },
} as const
