import { both } from '@ropewalk/domain/words.ts'

export const pageWords = {
  title: both('Sub-processors of {name}', 'Sous-traitants ultérieurs de {name}'),
  titleBeforeVowel: both('Sub-processors of {name}', 'Sous-traitants ultérieurs d’{name}'),
  titleAlone: both('Sub-processors', 'Sous-traitants ultérieurs'),
  description: both(
    'The {n, plural, one {supplier} other {# suppliers}} that may process personal data for {name} and its customers: what for, which data, where, since when.',
    '{n, plural, one {Le fournisseur qui peut} other {Les # fournisseurs qui peuvent}} traiter des données personnelles pour {name} et ses clients\u00a0: pourquoi, quelles données, où, depuis quand.',
  ),
  skip: both('Skip to the content', 'Aller au contenu'),
  languages: both('Language', 'Langue'),
  address: both('Address', 'Adresse'),
  privacyContact: both('Privacy contact', 'Contact pour la vie privée'),
  contact: both('Contact', 'Contact'),
  privacyNotice: both('Privacy notice', 'Avis de confidentialité'),
  privacyNoticeNotStated: both(
    'Privacy notice: not stated',
    'Avis de confidentialité\u00a0: non indiqué',
  ),
  whatItIs: both(
    'The suppliers that {name} may use to process personal data, for its customers or for itself.',
    'Les fournisseurs auxquels {name} peut confier des données personnelles, pour ses clients ou pour son propre compte.',
  ),
  roleNotStated: both(
    'The role of {name} for these data is not stated.',
    'Le rôle de {name} pour ces données n’est pas indiqué.',
  ),
  thisList: both('This list', 'Cette liste'),
  lastChanged: both('Last changed {day}', 'Dernière modification\u00a0: {day}'),
  neverPublished: both('Not published yet', 'Pas encore publiée'),
  hear: both('Hear of changes', 'Être averti des changements'),
  csv: both('CSV', 'CSV'),
  json: both('JSON', 'JSON'),
  upcoming: both('Upcoming changes', 'Changements à venir'),
  nothingAnnounced: both(
    'No change is announced at present.',
    'Aucun changement n’est annoncé à ce jour.',
  ),
  leavingOn: both(
    '{name} will no longer be used from {day}.',
    '{name} ne sera plus utilisé à partir du {day}.',
  ),
  leaving: both(
    '{name} will no longer be used; the day is not stated.',
    '{name} ne sera plus utilisé\u00a0; la date n’est pas indiquée.',
  ),
  current: both('Current sub-processors', 'Sous-traitants ultérieurs actuels'),
  former: both('Former sub-processors', 'Anciens sous-traitants ultérieurs'),
  nothingPublished: both('Nothing is published yet.', 'Rien n’est encore publié.'),
  noSuppliers: both(
    'No sub-processor is published at present.',
    'Aucun sous-traitant ultérieur n’est publié à ce jour.',
  ),
  name: both('Name', 'Nom'),
  from: both('From', 'À partir du'),
  ended: both('Ended', 'Fin'),
  notStated: both('not stated', 'non indiqué'),
  meansNotStated: both(
    '“Not stated” means that {name} has not published this fact.',
    '«\u00a0Non indiqué\u00a0» veut dire que {name} n’a pas publié ce fait.',
  ),
  missing: both(
    '{facts} are not stated for any of the {number}.',
    'Non indiqué pour les {number}\u00a0: {facts}.',
  ),
  missingForTwo: both(
    '{facts} are not stated for either.',
    'Non indiqué pour les deux\u00a0: {facts}.',
  ),
  missingForOne: both('Not stated: {facts}.', 'Non indiqué\u00a0: {facts}.'),
  oneMissing: both(
    'Not stated for any of the {number}: {facts}.',
    'Non indiqué pour les {number}\u00a0: {facts}.',
  ),
  statusNotStated: both('status not stated', 'état non indiqué'),
  colon: both(': ', '\u00a0: '),
  showing: both('{n} of {all} match', '{n} sur {all} correspondent'),
  apply: both('Filter the list', 'Filtrer la liste'),
  any: both('any', 'indifférent'),
  remove: both('remove', 'retirer'),
  removeAll: both('Remove all', 'Tout retirer'),
  active: both('Filters in use', 'Filtres actifs'),
  noMatch: both(
    'No sub-processor matches. Remove a filter or use fewer words, or',
    'Aucun sous-traitant ultérieur ne correspond. Retirez un filtre ou cherchez moins de mots, ou',
  ),
  showAll: both(
    '{n, plural, one {show the only one} other {show all #}}',
    '{n, plural, one {affichez le seul} other {affichez les #}}',
  ),
  back: both('Back to the whole list', 'Retour à la liste complète'),
  refused: both('This search cannot be answered', 'Cette recherche ne peut pas aboutir'),
  footer: both(
    'This page has no cookies and runs no script.',
    'Cette page n’a pas de cookies et n’exécute aucun script.',
  ),
} as const

const few = {
  en: ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  fr: ['deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'],
} as const

/** Two to ten in words, as prose writes them. */
export const numberText = (number: number, language: 'en' | 'fr'): string =>
  few[language][number - 2] ?? number.toLocaleString(language)
