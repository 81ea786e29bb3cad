import type { NounKey } from '@ropewalk/domain/field.ts'
import { type QueryClient, skipToken, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { apiOf } from '../../noun-api.ts'
import { pageSize, useWindowed } from '../../windowed.ts'
import type { ListRow } from './columns/row.ts'
import { keyOf, selectionOf, type View } from './view.ts'

type ListPage = {
  total: number
  all: number
  rows: readonly ListRow[]
  names: Readonly<Record<string, string>>
}
export type List = ReturnType<typeof useList>

type Window = { offset: number; limit: number }
const pageOf = (noun: NounKey, view: View, window: Window) =>
  apiOf(noun).list.queryOptions({ ...selectionOf(view), sort: view.sort, ...window })

/** Asks for the first rows before anything is drawn: they come while the page is made. */
export const askFirst = (client: QueryClient, noun: NounKey, view: View): Promise<void> =>
  client.prefetchQuery(firstPageOf(noun, view))

/** The first rows of a view. */
export const firstPageOf = (noun: NounKey, view: View) =>
  pageOf(noun, view, { offset: 0, limit: pageSize })

/** The rows of a view, as many as are in sight, with the names that they link to. */
export function useList(noun: NounKey, view: View) {
  const { by, direction } = view.sort
  const windowed = useWindowed<ListRow, ListPage>(
    `${keyOf(view)} ${by} ${direction}`,
    (window) =>
      pageOf(noun, view, window) as unknown as ReturnType<
        Parameters<typeof useWindowed<ListRow, ListPage>>[1]
      >,
  )
  const names = useMemo(
    () => Object.assign({}, ...windowed.pages.map((page) => page.names)) as ListPage['names'],
    [windowed.pages],
  )
  return { ...windowed, names, all: windowed.pages[0]?.all ?? 0 }
}

/** How many records a view has; asked only when it is wanted. */
export function useCount(noun: NounKey, view: View | null): number | undefined {
  const input = view ? { ...selectionOf(view), limit: 1 } : skipToken
  return useQuery({ ...apiOf(noun).list.queryOptions(input), select: ({ total }) => total }).data
}
