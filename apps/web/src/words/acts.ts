import { both, type Text } from '@ropewalk/domain/words.ts'

/** What was done to a record, by the last word of its verb. */
export const changeWords: Readonly<Record<string, Text>> = {
  create: both('created', 'a créé'),
  copy: both('copied', 'a copié'),
  change: both('changed', 'a modifié'),
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
}
