import { both, type Text } from '../words.ts'

/** What a notice tells of a change: the intention, its withdrawal, or that it takes effect on another day. */
export const noticeSteps = {
  announced: both('announcement', 'annonce'),
  moved: both('new day', 'nouvelle date'),
  withdrawn: both('withdrawal', 'retrait de l’annonce'),
} as const satisfies Record<string, Text>
export type NoticeStep = keyof typeof noticeSteps

/** What became of one notice to one recipient. */
export const deliveryOutcomes = {
  waiting: both('waiting to be sent', 'en attente d’envoi'),
  sent: both('sent', 'envoyé'),
  kept: both('kept as a file, there is no mail server', 'conservé en fichier, faute de serveur'),
  dead: both('given up', 'abandonné'),
  bounced: both('came back', 'revenu'),
  published: both('published', 'publié'),
  noAddress: both('no address', 'aucune adresse'),
} as const satisfies Record<string, Text>
export type DeliveryOutcome = keyof typeof deliveryOutcomes
