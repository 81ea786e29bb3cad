import { both, type Text } from '@ropewalk/domain/words.ts'
import { logFaultWords } from '@ropewalk/log/pack/fault-words.ts'
import type { LiveFault } from './verify-live.ts'

/** One sentence a fault, with `{seq}` and `{detail}` to fill in. */
const sentences: Record<LiveFault['what'], Text> = {
  ...logFaultWords,
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
