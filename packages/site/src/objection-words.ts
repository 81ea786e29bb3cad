import { both } from '@ropewalk/domain/words.ts'

export const objectionWords = {
  object: both('Object to this change', 'S’opposer à ce changement'),
  title: both('Object: {title}', 'S’opposer : {title}'),
  askLead: both(
    'Give your address: a mail with a link to object is sent to it. The link works for 48 hours.',
    'Indiquez votre adresse : un courriel avec un lien pour vous opposer y sera envoyé. Le lien fonctionne 48 heures.',
  ),
  email: both('E-mail address', 'Adresse électronique'),
  send: both('Send the link', 'Envoyer le lien'),
  mailed: both('Look into your mail', 'Consultez votre messagerie'),
  mailedText: both(
    'A mail with a link to object is on its way to this address, unless it was sent several today.',
    'Un courriel avec un lien pour vous opposer part vers cette adresse, sauf si elle en a déjà reçu plusieurs aujourd’hui.',
  ),
  until: both(
    'You may object until {day} (the end of that day).',
    'Vous pouvez vous opposer jusqu’au {day} (fin de journée).',
  ),
  late: both(
    'The last day to object was {day}. Your objection is taken all the same, and marked late.',
    'Le dernier jour d’opposition était le {day}. Votre opposition est tout de même prise en compte, et signalée comme tardive.',
  ),
  effective: both('The change takes effect on {day}.', 'Le changement prend effet le {day}.'),
  held: both(
    'The change takes effect not before {day}; it waits for an authorisation.',
    'Le changement ne prend pas effet avant le {day} ; il attend une autorisation.',
  ),
  asParty: both('You object as {party}.', 'Vous vous opposez au nom de {party}.'),
  before: both(
    'You have objected to this change already: {ids}.',
    'Vous vous êtes déjà opposé à ce changement : {ids}.',
  ),
  name: both('Your name or organisation (optional)', 'Votre nom ou organisation (facultatif)'),
  grounds: both('Why you object', 'Pourquoi vous vous opposez'),
  groundsHint: both(
    'At most 10,000 characters. Write nothing here that we need not know.',
    'Au plus 10 000 caractères. N’écrivez rien ici que nous n’avons pas besoin de savoir.',
  ),
  objectNow: both('Object', 'M’opposer'),
  received: both('Your objection was received', 'Votre opposition est reçue'),
  receivedText: both(
    'Its reference is {id}. A receipt is on its way to you by mail, and what is decided will be.',
    'Sa référence est {id}. Un accusé de réception part par courriel ; la décision suivra.',
  ),
  receivedLate: both(
    'It came after {day} and is marked late.',
    'Elle est arrivée après le {day} et est signalée comme tardive.',
  ),
  refused: both('Nothing was done', 'Rien n’a été fait'),
  changes: both('All changes', 'Tous les changements'),
  theChange: both('The change', 'Le changement'),
} as const
