import { type PublicChange, publicChange } from '@ropewalk/domain/changes/public-change.ts'
import type { SupplierChange } from '@ropewalk/domain/changes/supplier-change.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { foundChange, noSuchChange } from '../changes/stored.ts'
import type { Work } from '../verb.ts'

/** An announced change that one may object to, late or in time. Refuses drafts, as if there were none, and withdrawn ones. */
export async function objectionable(
  work: Pick<Work, 'db' | 'tables'>,
  id: string,
): Promise<{ change: SupplierChange; notice: PublicChange }> {
  const change = await foundChange(work, id)
  const notice = publicChange(change)
  if (!notice) throw noSuchChange(id)
  if (notice.state === 'withdrawn') throw new Refusal('INVALID', withdrawn)
  return { change, notice }
}

const withdrawn = both(
  'This change was withdrawn: there is nothing left to object to.',
  'Ce changement a été retiré : il n’y a plus rien à quoi s’opposer.',
)
