import { both } from '@ropewalk/domain/words.ts'

/** Why no static copy of the public site is made. */
export const siteWords = {
  noFolder: both(
    'Name the folder that the public site is to be written to: pnpm ropewalk site <folder>.',
    'Nommez le dossier où écrire le site public : pnpm ropewalk site <dossier>.',
  ),
  unwritable: both(
    '{folder} cannot be written ({why}). What was written for it is removed.',
    'Impossible d’écrire {folder} ({why}). Ce qui en avait été écrit est retiré.',
  ),
  foreign: both(
    '{folder} holds files that this command did not write, such as {file}. Name an empty or a new folder: nothing was changed.',
    '{folder} contient des fichiers que cette commande n’a pas écrits, comme {file}. Nommez un dossier vide ou nouveau : rien n’a été modifié.',
  ),
  nothingPublished: both(
    'Nothing is published yet: there is no public site to write. Publish a sub-processor or announce a change first.',
    'Rien n’est encore publié : il n’y a pas de site public à écrire. Publiez d’abord un sous-traitant ultérieur ou annoncez un changement.',
  ),
}
