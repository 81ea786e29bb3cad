import {
  keepPreviousData,
  type QueryKey,
  type UseQueryOptions,
  useQueries,
} from '@tanstack/react-query'
import { useCallback, useState } from 'react'

const pageSize = 100

type Page<Row> = { total: number; rows: readonly Row[] }

/**
 * A long list by windows of 100 rows: `DataTable` asks for the rows in sight by `onNeed`, and only the pages
 * that hold them are fetched. `pageAt` gives the query of the page that starts at an offset.
 */
export function useWindowed<Row, P extends Page<Row>>(
  pageAt: (page: { offset: number; limit: number }) => UseQueryOptions<P, Error, P, QueryKey>,
) {
  const [pages, setPages] = useState<readonly number[]>([0])
  const answers = useQueries({
    queries: pages.map((page) => ({
      ...pageAt({ offset: page * pageSize, limit: pageSize }),
      placeholderData: keepPreviousData,
    })),
  })
  const onNeed = useCallback(({ from, to }: { from: number; to: number }) => {
    const first = Math.floor(from / pageSize)
    const last = Math.max(first, Math.floor((to - 1) / pageSize))
    const needed = Array.from({ length: last - first + 1 }, (_, at) => first + at)
    setPages((now) => (now.join() === needed.join() ? now : needed))
  }, [])
  const first = answers.find((answer) => answer.data)?.data
  return {
    /** The answer of a page in sight: totals, names, whatever else the list gives. */
    answer: first,
    count: first?.total ?? 0,
    error: answers.find((answer) => answer.error)?.error ?? null,
    /** Nothing to show yet: the first answer is on its way. */
    pending: answers.some((answer) => answer.isPending) && !first,
    rowAt: (index: number): Row | undefined => {
      const at = pages.indexOf(Math.floor(index / pageSize))
      return at < 0 ? undefined : answers[at]?.data?.rows[index % pageSize]
    },
    onNeed,
  }
}
