import type { NounKey } from '@ropewalk/domain/field.ts'
import type { ListSearch, SearchParams } from '../../search-params.ts'
import type { Sort } from '../../ui/table/table-head.tsx'
import { filterOf } from './filters.ts'

/** What a list shows: the words searched, filters by key, archived ones too, and the order. */
export type View = {
  q: string
  filters: Readonly<Record<string, readonly string[]>>
  archived: boolean
  sort: Sort
}

const byNumber: Sort = { by: 'id', direction: 'ascending' }
/** Everything that is not archived, by number. */
export const everyRecord: View = { q: '', filters: {}, archived: false, sort: byNumber }

/** As much as the server takes. */
const most = { words: 200, value: 200, values: 100 }

/** The view that an address asks for; what this noun has no filter for is passed over. */
export function viewIn(noun: NounKey, params: SearchParams): View {
  const filters = Object.entries(params).flatMap(([key, value]) => {
    const values = [...new Set([value].flat())].filter(
      (each) => each !== '' && each.length <= most.value,
    )
    return filterOf(noun, key) && values.length > 0
      ? [[key, values.slice(0, most.values)] as const]
      : []
  })
  return {
    q: first(params.q).slice(0, most.words),
    filters: Object.fromEntries(filters),
    archived: first(params.archived) === 'yes',
    sort: sortIn(first(params.sort)),
  }
}

/** What stands in the address for a view; nothing for `everyRecord`. */
export function paramsOf({ q, filters, archived, sort }: View): ListSearch {
  const { by, direction } = sort
  const isByNumber = by === byNumber.by && direction === byNumber.direction
  return {
    ...(q ? { q } : {}),
    ...filters,
    ...(archived ? { archived: 'yes' as const } : {}),
    ...(isByNumber ? {} : { sort: direction === 'ascending' ? by : `-${by}` }),
  }
}

/** The same as the list verb takes it. */
export function selectionOf({ q, filters, archived }: View) {
  const search = q.trim()
  return {
    ...(search ? { search } : {}),
    ...(Object.keys(filters).length > 0
      ? { filters: Object.fromEntries(Object.entries(filters).map(([key, is]) => [key, [...is]])) }
      : {}),
    ...(archived ? { archived } : {}),
  }
}

/** Whether two views show the same rows, in whatever order. */
export const sameRows = (one: View, other: View): boolean => keyOf(one) === keyOf(other)

/** Names the rows of a view. */
export const keyOf = ({ q, filters, archived }: View): string =>
  JSON.stringify([
    q.trim(),
    archived,
    Object.entries(filters)
      .map(([key, values]) => [key, values.toSorted()] as const)
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  ])

/** With these values of one filter; without it when there are none. */
export function filtered(view: View, key: string, values: readonly string[]): View {
  const { [key]: _, ...others } = view.filters
  if (values.length === 0) return { ...view, filters: others }
  // In its place, so that chips do not jump.
  return { ...view, filters: { ...view.filters, [key]: values } }
}

const first = (value: string | readonly string[] | undefined): string => [value].flat()[0] ?? ''

function sortIn(text: string): Sort {
  const by = text.replace(/^-/, '')
  if (!by) return byNumber
  return { by, direction: text.startsWith('-') ? 'descending' : 'ascending' }
}
