import { both, type Text } from '@ropewalk/domain/words.ts'
import type { LiveFault } from './verify-live.ts'

/** One sentence a fault, with `{seq}` and `{detail}` to fill in. */
const sentences: Record<LiveFault['what'], Text> = {
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
  'record-differs': both(
    '{detail} is not what its last entry ({seq}) says: it was changed behind the product’s back.',
    '{detail} n’est pas ce que dit sa dernière entrée ({seq}) : modification à l’insu du produit.',
  ),
  'record-missing': both(
    '{detail} is gone, and no entry says so (its last is {seq}).',
    '{detail} a disparu sans qu’aucune entrée le dise (sa dernière est {seq}).',
  ),
  'record-unknown': both(
    '{detail} stands in the register, and no entry tells of it.',
    '{detail} figure dans le registre, et aucune entrée n’en parle.',
  ),
}

export function faultSentence({ seq, what, detail }: LiveFault): Text {
  const filled = (text: string) =>
    text.replaceAll('{seq}', String(seq)).replaceAll('{detail}', detail)
  const { en, fr } = sentences[what]
  return both(filled(en), filled(fr))
}
