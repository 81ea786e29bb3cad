import type { NounKey } from '@ropewalk/domain/field.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import { stringifySearch } from '../../search-params.ts'
import { paramsOf, type View } from './view.ts'

/** A view is a link. */
export const addressOfView = (noun: NounKey, view: View): string =>
  `/${nouns[noun].path}${stringifySearch(paramsOf(view))}`
