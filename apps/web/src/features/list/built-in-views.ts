import type { NounKey } from '@ropewalk/domain/field.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import type { Text } from '@ropewalk/domain/words.ts'
import { everyRecord, type View } from './view.ts'
import { listWords as words } from './words.ts'

export type NamedView = { label: Text; view: View }

/** The views that every reader has of a noun's list. */
export const builtInViews = (noun: NounKey): readonly NamedView[] => [
  { label: words.everything, view: everyRecord },
  ...(own[noun] ?? []),
]

const by = (label: Text, filters: View['filters']): NamedView => ({
  label,
  view: { ...everyRecord, filters },
})
const toConfirm = by(words.toConfirm, { certainty: ['inferred'] })

const own: Partial<Record<NounKey, readonly NamedView[]>> = {
  activity: [
    // An activity whose role is open is judged by both lists of Art. 30.
    by(words.asController, { role: ['controller', 'jointController', 'toConfirm', 'notStated'] }),
    by(words.asProcessor, { role: ['processor', 'toConfirm', 'notStated'] }),
    by(words.suppliersLinked, { subProcessors: ['stated'] }),
    // A criterion that nobody can check states no period either.
    by(words.noPeriod, { rule: ['retention-not-stated', 'retention-criterion-unverifiable'] }),
    toConfirm,
  ],
  subProcessor: [
    by(words.notPublished, { published: ['no'] }),
    by(words.publishedDiffers, { published: ['different'] }),
    by(words.noContract, { contractStatus: ['none', 'draft', 'sent', 'expired', 'notStated'] }),
    toConfirm,
  ],
  dataCategory: [by(words.special, { specialKinds: ['stated'] }), toConfirm],
  dataSubject: [by(nouns.dataSubject.fields.vulnerable.label, { vulnerable: ['yes'] }), toConfirm],
}
