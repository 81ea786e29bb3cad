import { both } from '@ropewalk/domain/words.ts'

export const backupWords = {
  title: both('Backups', 'Sauvegardes'),
  hint: both(
    'The server makes backups by itself into the folder backups of its data folder, and tries each by restoring it beside the register. Copy them to another machine: a disk that fails takes both.',
    'Le serveur fait de lui-même des sauvegardes dans le dossier backups de son dossier de données, et essaie chacune en la restaurant à côté du registre. Copiez-les sur une autre machine : un disque qui tombe en panne emporte les deux.',
  ),
  keyHint: both(
    'They do not hold the key that signs the log: keep a copy of the file log-key elsewhere, too.',
    'Elles ne contiennent pas la clé qui signe le journal : conservez aussi ailleurs une copie du fichier log-key.',
  ),
  last: both('Last backup', 'Dernière sauvegarde'),
  lastTry: both('Last trial restore', 'Dernier essai de restauration'),
  restored: both('Restored', 'Restauré'),
  none: both('none yet', 'aucune pour l’instant'),
  noTry: both('none yet', 'aucun pour l’instant'),
  made: both(
    '{at}: {file}, {size} MB, {entries, plural, one {# entry} other {# entries}} of the log',
    '{at} : {file}, {size} Mo, {entries, plural, one {# entrée} other {# entrées}} du journal',
  ),
  keyInside: both('The key is inside.', 'La clé est à l’intérieur.'),
  sha: both('SHA-256', 'SHA-256'),
  tried: both(
    '{at}: {file}, whose {entries, plural, one {# entry agrees} other {# entries agree}} with its log',
    '{at} : {file}, dont {entries, plural, one {# entrée concorde} other {les # entrées concordent}} avec son journal',
  ),
  restores: both('It restores.', 'Elle se restaure.'),
  triedBadly: both(
    '{at}: {file} restores, but {n, plural, one {# thing does} other {# things do}} not agree with its log',
    '{at} : {file} se restaure, mais {n, plural, one {# élément ne concorde} other {# éléments ne concordent}} pas avec son journal',
  ),
  notMade: both('{at}: the backup failed.', '{at} : la sauvegarde a échoué.'),
  notTried: both('{at}: the trial restore failed.', '{at} : l’essai de restauration a échoué.'),
  restoredFrom: both(
    '{at}, from {file} of {madeAt}; {n, plural, =0 {no entry was} one {# entry was} other {# entries were}} given up',
    '{at}, depuis {file} du {madeAt} ; {n, plural, =0 {aucune entrée abandonnée} one {# entrée abandonnée} other {# entrées abandonnées}}',
  ),
  makeNow: both('Back up now', 'Sauvegarder maintenant'),
  tryNow: both('Try restore now', 'Essayer la restauration maintenant'),
  making: both('A backup is being made, since {at}.', 'Une sauvegarde est en cours depuis {at}.'),
  trying: both(
    'A restore is being tried, since {at}.',
    'Un essai de restauration est en cours depuis {at}.',
  ),
  when: both('When', 'Rythme'),
  every: both('A backup', 'Une sauvegarde'),
  off: both('never by itself', 'jamais d’elle-même'),
  hourly: both('every {n} hours', 'toutes les {n} heures'),
  daily: both('every day', 'chaque jour'),
  weekly: both('every week', 'chaque semaine'),
  keep: both('How many are kept', 'Combien sont conservées'),
  keepHint: both(
    '1 to 100; older ones are removed.',
    'De 1 à 100 ; les plus anciennes sont retirées.',
  ),
  keeps: both(
    '{every}; the newest {n} are kept',
    '{every} ; les {n} plus récentes sont conservées',
  ),
  log: both('The log', 'Le journal'),
}
