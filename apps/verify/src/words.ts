import { both } from '@ropewalk/domain/words.ts'

export const words = {
  title: both('Verify an evidence pack', 'Vérifier un dossier de preuves'),
  intro: both(
    'Everything happens in this page: nothing is sent, nothing is fetched. It works without a network.',
    'Tout se passe dans cette page : rien n’est envoyé, rien n’est demandé. Elle fonctionne sans réseau.',
  ),
  language: both('Language', 'Langue'),
  pack: both('Evidence pack (ZIP)', 'Dossier de preuves (ZIP)'),
  drop: both('Drop the ZIP here, or choose it.', 'Déposez le ZIP ici, ou choisissez-le.'),
  key: both('Fingerprint or public key', 'Empreinte ou clé publique'),
  keyHint: both(
    'As somebody at the organisation told you, by another way than the one that the pack came by.',
    'Telle que quelqu’un de l’organisation vous l’a donnée, par une autre voie que celle du dossier.',
  ),
  earlier: both('Earlier pack or head', 'Dossier ou tête plus ancien'),
  earlierHint: both(
    'Kept by you: shows whether anything before it was rewritten or cut off.',
    'Conservé par vous : montre si quelque chose d’antérieur a été réécrit ou coupé.',
  ),
  earlierPaste: both('Or paste a head', 'Ou collez une tête'),
  again: both('Check again', 'Vérifier à nouveau'),
  reading: both('Reading {name}: {n} %', 'Lecture de {name} : {n} %'),
  unreadable: both(
    '{name} is not a ZIP that can be read ({why}).',
    '{name} n’est pas un ZIP lisible ({why}).',
  ),
  notKey: both(
    'This is neither a fingerprint of 64 hexadecimal digits nor a public key.',
    'Ceci n’est ni une empreinte de 64 chiffres hexadécimaux ni une clé publique.',
  ),
  notHead: both(
    '{name} holds no signed head of a log.',
    '{name} ne contient pas de tête de journal signée.',
  ),
  good: both('Nothing is wrong with this pack.', 'Rien n’est anormal dans ce dossier.'),
  bad: both(
    '{n, plural, one {# thing is wrong} other {# things are wrong}} with this pack.',
    '{n, plural, one {# anomalie} other {# anomalies}} dans ce dossier.',
  ),
  more: both('And {n} more.', 'Et {n} de plus.'),
  uncompared: both(
    'Signed by a key you have not compared.',
    'Signé par une clé que vous n’avez pas comparée.',
  ),
  uncomparedHint: both(
    'Anyone can make a pack that agrees with itself. Ask for the fingerprint and paste it above.',
    'N’importe qui peut faire un dossier cohérent avec lui-même. Demandez l’empreinte et collez-la ci-dessus.',
  ),
  compared: both('Signed by the key you compared.', 'Signé par la clé que vous avez comparée.'),
  fingerprint: both('Fingerprint of the key', 'Empreinte de la clé'),
  checks: both('Checks', 'Vérifications'),
  passed: both('agrees', 'concorde'),
  failed: both('does not agree', 'ne concorde pas'),
  unchecked: both('not checkable', 'non vérifiable'),
  facts: both('What the pack says of itself', 'Ce que le dossier dit de lui-même'),
  organisation: both('Organisation', 'Organisation'),
  period: both('Period', 'Période'),
  open: both('not over when it was made', 'pas terminée à sa création'),
  made: both('Made', 'Créé'),
  by: both('By', 'Par'),
  log: both('Log', 'Journal'),
  logSaid: both(
    '{entries} entries up to the end of the period, head of {size}',
    '{entries} entrées jusqu’à la fin de la période, tête de {size}',
  ),
  previous: both('Pack before it', 'Dossier précédent'),
  none: both('none', 'aucun'),
  files: both('Files', 'Fichiers'),
  file: both('File', 'Fichier'),
  rows: both('Rows', 'Lignes'),
  source: both('In the source', 'À la source'),
  listed: both('In the file', 'Dans le fichier'),
  excluded: both('Excluded', 'Exclus'),
  archived: both('Archived before', 'Archivés avant'),
  deleted: both('Deleted before', 'Supprimés avant'),
  bytes: both('Bytes', 'Octets'),
} as const

export const checkWords = {
  files: both(
    'Each file has the size and SHA-256 of the manifest, and none was added or taken out.',
    'Chaque fichier a la taille et le SHA-256 du manifeste, et aucun n’a été ajouté ou retiré.',
  ),
  signature: both(
    'The manifest and the head of the log are signed by the key of the log.',
    'Le manifeste et la tête du journal sont signés par la clé du journal.',
  ),
  counts: both(
    'Rows, columns and escaped cells are as counted; sources, files and what is left out add up.',
    'Lignes, colonnes et cellules protégées sont comme comptées ; sources, fichiers et exclusions concordent.',
  ),
  log: both(
    'The tree recomputed from the entries and states is the one that was signed.',
    'L’arbre recalculé à partir des entrées et des états est celui qui a été signé.',
  ),
  changes: both(
    'changes.csv tells each entry of the period as the log has it.',
    'changes.csv raconte chaque entrée de la période comme le journal.',
  ),
  earlier: both(
    'Nothing that the earlier head covers was rewritten or cut off.',
    'Rien de ce que couvre la tête antérieure n’a été réécrit ni coupé.',
  ),
} as const

export const withoutEarlier = both(
  'without an earlier head that you kept',
  'sans une tête antérieure que vous avez conservée',
)
export const newerEarlier = both(
  'the head you kept is newer than this pack',
  'la tête que vous avez conservée est plus récente que ce dossier',
)
