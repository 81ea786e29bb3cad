import type { NounKey } from '@ropewalk/domain/field.ts'
import { limits } from '@ropewalk/domain/limits.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import type { Language, Text } from '@ropewalk/domain/words.ts'
import { stringifySearch } from '../../search-params.ts'
import type { Selection } from '../../ui/selection.ts'
import { everyRecord, paramsOf, type View } from './view.ts'
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

/** The view that shows exactly the selected rows of another; undefined where they are too many to name. */
export function viewOfSelected(view: View, selection: Selection): View | undefined {
  const named = selection.kind === 'some' ? selection.ids : selection.but
  if (named.size > limits.together) return undefined
  if (selection.kind === 'some')
    return { ...everyRecord, archived: view.archived, filters: { id: [...named] } }
  return named.size === 0 ? view : { ...view, filters: { ...view.filters, except: [...named] } }
}

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
