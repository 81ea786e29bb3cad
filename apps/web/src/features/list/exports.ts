import type { NounKey } from '@ropewalk/domain/field.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import type { Language, Text } from '@ropewalk/domain/words.ts'
import { stringifySearch } from '../../search-params.ts'
import { paramsOf, type View } from './view.ts'
import { listWords as words } from './words.ts'

export const exportFormats = ['csv', 'xlsx', 'json'] as const
type Format = (typeof exportFormats)[number]
export type ExportSet = { key: string; label: Text }

/** The datasets that hold the rows of a noun's list. */
export const exportSetsOf = (noun: NounKey): readonly ExportSet[] =>
  noun === 'activity'
    ? [
        { key: 'activities-controller', label: words.asController },
        { key: 'activities-processor', label: words.asProcessor },
      ]
    : [{ key: nouns[noun].path, label: nouns[noun].many }]

/** Where exactly this view is downloaded; a file has an order of its own. */
export function exportAddress(
  { key, format }: { key: string; format: Format },
  view: View,
  language: Language,
): string {
  const { sort: _, ...params } = paramsOf(view)
  const spoken = language === 'en' ? {} : { lang: language }
  return `/exports/${key}.${format}${stringifySearch({ ...params, ...spoken })}`
}
