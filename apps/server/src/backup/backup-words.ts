import { both } from '@ropewalk/domain/words.ts'

/** Why a backup is not made, or not restored. */
export const backupRefusals = {
  exists: both(
    '{file} is there already: a backup never replaces a file.',
    '{file} existe déjà : une sauvegarde ne remplace jamais un fichier.',
  ),
  unwritable: both('{file} cannot be written ({why}).', 'Impossible d’écrire {file} ({why}).'),
  noRoom: both(
    'There is no room for the backup {file}. What was written of it is removed.',
    'Il n’y a pas la place pour la sauvegarde {file}. Ce qui en avait été écrit est retiré.',
  ),
  noKey: both(
    'The data folder has no log key to sign the backup with. --unsigned makes one that no key vouches for.',
    'Le dossier de données n’a pas de clé de journal pour signer la sauvegarde. --unsigned en fait une dont aucune clé ne répond.',
  ),
  inconsistent: both(
    'The log does not agree with the head that was signed last: `pnpm ropewalk verify --live` names what was changed. No backup was made.',
    'Le journal ne correspond pas à la dernière tête signée : `pnpm ropewalk verify --live` dit ce qui a été modifié. Aucune sauvegarde n’a été faite.',
  ),
  unreadable: both('{file} cannot be read ({why}).', '{file} est illisible ({why}).'),
  noBackup: both(
    '{file} is not a backup of Ropewalk, or not a whole one ({why}).',
    '{file} n’est pas une sauvegarde de Ropewalk, ou pas une sauvegarde entière ({why}).',
  ),
  part: both(
    'In {file}, the part {part} is not what the manifest says. Nothing was changed.',
    'Dans {file}, la partie {part} n’est pas ce que dit le manifeste. Rien n’a été modifié.',
  ),
  missing: both(
    'In {file}, the part {part} is missing. Nothing was changed.',
    'Dans {file}, la partie {part} manque. Rien n’a été modifié.',
  ),
  unknown: both(
    'In {file}, the part {part} is one that the manifest does not name. Nothing was changed.',
    'Dans {file}, la partie {part} n’est pas nommée par le manifeste. Rien n’a été modifié.',
  ),
  manifest: both(
    'In {file}, the manifest is not the one that was signed. Nothing was changed.',
    'Dans {file}, le manifeste n’est pas celui qui a été signé. Rien n’a été modifié.',
  ),
  unsigned: both(
    'No key vouches for {file}. --unsigned restores it all the same.',
    'Aucune clé ne répond de {file}. --unsigned la restaure malgré tout.',
  ),
  newer: both(
    'The backup comes from a newer Ropewalk ({product}), whose database this one does not know. {why}',
    'La sauvegarde vient d’un Ropewalk plus récent ({product}), dont celui-ci ne connaît pas la base. {why}',
  ),
  rows: both(
    'What {file} holds does not fit into a register ({why}). Nothing was changed.',
    'Le contenu de {file} n’entre pas dans un registre ({why}). Rien n’a été modifié.',
  ),
  unsound: both(
    'The register in {file} does not agree with its own log: {faults} Nothing was changed.',
    'Le registre dans {file} ne correspond pas à son propre journal : {faults} Rien n’a été modifié.',
  ),
  otherRegister: both(
    'Here is the register {here}, and {file} is of the register {there}: restore it into an empty data folder (and database). Nothing was changed.',
    'Ici se trouve le registre {here}, et {file} est du registre {there} : restaurez-la dans un dossier de données vide (et une base vide). Rien n’a été modifié.',
  ),
  older: both(
    'The backup of {madeAt} holds {entries} entries of the log; the register here has {here}. Restoring gives up {givenUp}: say --older if that is meant. Nothing was changed.',
    'La sauvegarde du {madeAt} contient {entries} entrées du journal ; le registre ici en a {here}. La restaurer en abandonne {givenUp} : dites --older si c’est voulu. Rien n’a été modifié.',
  ),
  otherKey: both(
    'The backup brings another log key than the one in {folder}: move the file log-key away first, or restore a backup without its key. Nothing was changed.',
    'La sauvegarde apporte une autre clé de journal que celle de {folder} : déplacez d’abord le fichier log-key, ou restaurez une sauvegarde sans sa clé. Rien n’a été modifié.',
  ),
}

/** What the manifest says is not in a backup, in English as the file itself is. */
export const neverInside = [
  'Sessions, single-use links, sign-ins under way and delays: after a restore everybody signs in anew.',
  'Mails kept in the data folder.',
  'Findings: they are worked out anew.',
]
export const keyOutside =
  'The key that signs the log: keep a copy of the file log-key elsewhere, or restore under a new key.'
export const secretOutside =
  'The secret of the installation: without it, second factors must be turned on anew.'
