import type { Fault } from '../verifier.ts'
import type { PackFault } from './pack-faults.ts'

type Text = Readonly<Record<'en' | 'fr', string>>
const both = (en: string, fr: string): Text => ({ en, fr })

/** One sentence a fault of a log, with `{seq}` and `{detail}` to fill in. */
export const logFaultWords: Readonly<Record<Fault['what'], Text>> = {
  'leaf-malformed': both(
    'Entry {seq} is not what the log writes: its bytes were changed.',
    'L’entrée {seq} n’est pas ce que le journal écrit : ses octets ont été modifiés.',
  ),
  'seq-gap': both(
    'Where entry {seq} belongs there is {detail}: entries were taken out, put in or swapped.',
    'À la place de l’entrée {seq} se trouve {detail} : des entrées ont été retirées, ajoutées ou échangées.',
  ),
  'column-differs': both(
    'Entry {seq}: the column {detail} says something else than what was hashed.',
    'Entrée {seq} : la colonne {detail} dit autre chose que ce qui a été haché.',
  ),
  'state-missing': both(
    'Entry {seq} has lost its state of {detail}.',
    'L’entrée {seq} a perdu son état de {detail}.',
  ),
  'state-altered': both(
    'The state of {detail} kept with entry {seq} was changed.',
    'L’état de {detail} conservé avec l’entrée {seq} a été modifié.',
  ),
  'erasure-unknown': both(
    'A value of entry {seq} is said to be erased by entry {detail}, which says no such thing.',
    'Une valeur de l’entrée {seq} serait effacée par l’entrée {detail}, qui ne dit rien de tel.',
  ),
  'version-jump': both(
    'Entry {seq} does not follow the version before it ({detail}).',
    'L’entrée {seq} ne suit pas la version qui la précède ({detail}).',
  ),
  'cut-off': both(
    'The log ends too early: a head of {seq} entries was signed ({detail} are left). The newest entries were cut off, or an older database was put back.',
    'Le journal finit trop tôt : une tête de {seq} entrées a été signée ({detail} restent). Les entrées les plus récentes ont été coupées, ou une base plus ancienne a été remise.',
  ),
  rewritten: both(
    'The first {seq} entries are not those of the head that was signed ({detail}): the log was rewritten.',
    'Les {seq} premières entrées ne sont pas celles de la tête signée ({detail}) : le journal a été réécrit.',
  ),
}

/** One sentence a fault of a pack, with `{file}` as well. */
const words: Readonly<Record<Exclude<PackFault['what'], Fault['what']>, Text>> = {
  'file-missing': both(
    '{file} is missing: the manifest lists it.',
    '{file} manque : le manifeste le mentionne.',
  ),
  'file-unlisted': both(
    '{file} was added: the manifest does not list it.',
    '{file} a été ajouté : le manifeste ne le mentionne pas.',
  ),
  'file-unreadable': both('{file} cannot be read ({detail}).', '{file} est illisible ({detail}).'),
  'file-altered': both(
    '{file} was changed: its SHA-256 is not the one in the manifest.',
    '{file} a été modifié : son SHA-256 n’est pas celui du manifeste.',
  ),
  'file-size': both(
    '{file} was changed: it has not the {detail} bytes of the manifest.',
    '{file} a été modifié : il n’a pas les {detail} octets du manifeste.',
  ),
  'manifest-unreadable': both(
    '{file} is no manifest of an evidence pack ({detail}).',
    '{file} n’est pas le manifeste d’un dossier de preuves ({detail}).',
  ),
  'manifest-csv': both(
    '{file} says something else than manifest.json.',
    '{file} dit autre chose que manifest.json.',
  ),
  'manifest-unsigned': both(
    'The manifest is not signed by the key {detail}: it was changed, or signed with another key.',
    'Le manifeste n’est pas signé par la clé {detail} : il a été modifié, ou signé avec une autre clé.',
  ),
  'key-unreadable': both('{file} holds no public key.', '{file} ne contient pas de clé publique.'),
  'key-foreign': both(
    'The pack carries another key than the one you compared: {detail}.',
    'Le dossier porte une autre clé que celle que vous avez comparée : {detail}.',
  ),
  'head-unsigned': both(
    'The head of the log ({file}) is not signed by the key {detail}.',
    'La tête du journal ({file}) n’est pas signée par la clé {detail}.',
  ),
  'head-differs': both(
    'The signed head of the log, of {detail} entries, is not the one of the manifest.',
    'La tête signée du journal, de {detail} entrées, n’est pas celle du manifeste.',
  ),
  'csv-malformed': both(
    '{file} is not a CSV file as it was written ({detail}).',
    '{file} n’est pas un fichier CSV tel qu’il a été écrit ({detail}).',
  ),
  'csv-columns': both(
    'The columns of {file} are not those of the manifest.',
    'Les colonnes de {file} ne sont pas celles du manifeste.',
  ),
  'csv-rows': both(
    '{file} has not the rows that the manifest counts (said, found: {detail}).',
    '{file} n’a pas les lignes que compte le manifeste (annoncées, trouvées : {detail}).',
  ),
  'csv-escaped': both(
    '{file} has not the escaped cells that the manifest counts (said, found: {detail}).',
    '{file} n’a pas les cellules protégées que compte le manifeste (annoncées, trouvées : {detail}).',
  ),
  'csv-counted': both(
    '{file} tells not as many records as the manifest counts (said, found: {detail}).',
    '{file} ne contient pas autant de fiches que le manifeste en compte (annoncées, trouvées : {detail}).',
  ),
  'not-reconciled': both(
    'The counts of {file} do not add up (source, sum: {detail}).',
    'Les comptes de {file} ne concordent pas (source, somme : {detail}).',
  ),
  'ids-not-reconciled': both(
    'The ids {detail}-… of {file} do not add up: a number is neither known nor explained.',
    'Les identifiants {detail}-… de {file} ne concordent pas : un numéro n’est ni connu ni expliqué.',
  ),
  'entries-short': both(
    'The log of the pack ends before entry {seq} (said, found: {detail}): its last entries were taken out.',
    'Le journal du dossier finit avant l’entrée {seq} (annoncées, trouvées : {detail}) : ses dernières entrées ont été retirées.',
  ),
  'entries-long': both(
    'The log of the pack goes on at entry {seq} (said, found: {detail}): entries were put in.',
    'Le journal du dossier continue à l’entrée {seq} (annoncées, trouvées : {detail}) : des entrées ont été ajoutées.',
  ),
  'states-long': both(
    '{file} holds more states than the period has entries.',
    '{file} contient plus d’états que la période n’a d’entrées.',
  ),
  'change-unknown': both(
    'changes.csv tells of entry {seq}, which the log of the period does not have.',
    'changes.csv mentionne l’entrée {seq}, que le journal de la période n’a pas.',
  ),
  'change-differs': both(
    'changes.csv tells entry {seq} otherwise than the log.',
    'changes.csv raconte l’entrée {seq} autrement que le journal.',
  ),
  'change-untold': both(
    'changes.csv leaves out entry {seq} of the log.',
    'changes.csv omet l’entrée {seq} du journal.',
  ),
  'earlier-unsigned': both(
    '{file} is no head that the key {detail} signed: nothing can be held against it.',
    '{file} n’est pas une tête signée par la clé {detail} : rien ne peut lui être comparé.',
  ),
}

const all: Readonly<Record<PackFault['what'], Text>> = { ...logFaultWords, ...words }

/** A fault as one sentence that names its file or entry. */
export function packFaultSentence({ what, file, seq, detail }: PackFault): Text {
  const filled = (text: string) =>
    text.replaceAll('{file}', file).replaceAll('{seq}', String(seq)).replaceAll('{detail}', detail)
  const { en, fr } = all[what]
  return { en: filled(en), fr: filled(fr) }
}
