import { limits } from '@ropewalk/domain/limits.ts'
import { both } from '@ropewalk/domain/words.ts'

const mebibyte = 1024 * 1024

/** Every limit of a file of rows that is read. */
export const tableLimits = {
  /** Bytes of the file. */
  file: 5 * mebibyte,
  /** Parts of the archive that a workbook is. */
  parts: 200,
  /** Bytes of all parts once unpacked. */
  unpacked: 100 * mebibyte,
  /** How many times larger than packed a part may be. */
  ratio: 100,
  sheets: 50,
  rows: limits.lines,
  columns: 100,
  /** UTF-16 units of a cell. */
  cell: limits.cell,
} as const

/** Why a file of rows is not read. */
export const tableRefusals = {
  file: both(
    'The file is larger than {most} MB. Take the columns that matter into a file of their own.',
    'Le fichier dépasse {most} Mo. Copiez les colonnes utiles dans un fichier à part.',
  ),
  empty: both('The file holds no rows.', 'Le fichier ne contient aucune ligne.'),
  encoding: both(
    'The text is not UTF-8. In Excel, save it as “CSV UTF-8”, or as an XLSX workbook.',
    'Le texte n’est pas en UTF-8. Dans Excel, enregistrez-le en « CSV UTF-8 » ou en classeur XLSX.',
  ),
  ragged: both(
    'Line {line} has {found, plural, one {# column} other {# columns}}, and the first has {expected}. A text that holds the separator must stand in double quotes.',
    'La ligne {line} a {found, plural, one {# colonne} other {# colonnes}} et la première {expected}. Un texte qui contient le séparateur doit être entre guillemets droits.',
  ),
  quote: both(
    'Line {line}: a double quote is not closed, or stands inside a text without being doubled.',
    'Ligne {line} : un guillemet droit n’est pas fermé, ou figure dans un texte sans être doublé.',
  ),
  oldWorkbook: both(
    'This is an old (.xls) or password-protected workbook. Save it as XLSX without a password.',
    'C’est un classeur ancien (.xls) ou protégé par mot de passe. Enregistrez-le en XLSX sans mot de passe.',
  ),
  workbook: both(
    'This workbook cannot be read: it is damaged, or not an XLSX workbook.',
    'Ce classeur est illisible : il est endommagé, ou n’est pas un classeur XLSX.',
  ),
  encrypted: both(
    'The workbook is protected by a password. Save it without one.',
    'Le classeur est protégé par un mot de passe. Enregistrez-le sans mot de passe.',
  ),
  parts: both(
    'The workbook has {found} parts, and at most {most} are read.',
    'Le classeur a {found} parties ; {most} au plus sont lues.',
  ),
  unpacked: both(
    'The workbook would be larger than {most} MB once unpacked.',
    'Le classeur dépasserait {most} Mo une fois décompressé.',
  ),
  ratio: both(
    'A part of the workbook would be more than {most} times larger once unpacked, as no workbook of a person is.',
    'Une partie du classeur serait plus de {most} fois plus grande une fois décompressée, ce qu’aucun classeur ordinaire n’est.',
  ),
  path: both(
    'A part of the workbook has a name that leads out of it.',
    'Une partie du classeur porte un nom qui mène hors de celui-ci.',
  ),
  doctype: both(
    'A part of the workbook defines entities (DOCTYPE), as no spreadsheet program writes them.',
    'Une partie du classeur définit des entités (DOCTYPE), ce qu’aucun tableur n’écrit.',
  ),
  sheets: both(
    'The workbook has {found} sheets, and at most {most} are read.',
    'Le classeur a {found} feuilles ; {most} au plus sont lues.',
  ),
  rows: both('There are more than {most} rows{where}.', 'Il y a plus de {most} lignes{where}.'),
  columns: both(
    'Row {row}{where} has more than {most} columns.',
    'La ligne {row}{where} a plus de {most} colonnes.',
  ),
  cell: both(
    'Row {row}, column {column}{where}: more than {most} characters.',
    'Ligne {row}, colonne {column}{where} : plus de {most} caractères.',
  ),
} as const

export const inSheet = both(' in the sheet “{sheet}”', ' dans la feuille « {sheet} »')
